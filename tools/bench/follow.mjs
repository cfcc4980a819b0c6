// The real monitor and API on logs: how long an appended line takes until it is shown, what following
// costs while nothing happens, and which lines of a log that rotates come through, beside others.
import { measureFollowing } from './follow/latency.mjs';
import { measureLosses } from './follow/losses.mjs';

export async function run() {
  const { rows, bars } = await measureFollowing();
  const { table, lines } = await measureLosses();
  console.log(`\nOf ${lines} lines: lost / repeated / damaged`);
  console.table(table);
  const [ours] = table;
  const cells = Object.values(ours).filter((cell) => /^\d+\/\d+\/\d+$/.test(String(cell)));
  const faults = cells.filter((cell) => cell !== '0/0/0').length;
  const bar = { name: 'ways of rotation with a fault', value: faults, bar: 0, holds: faults === 0 };
  return { rows: [...rows, ...table], bars: [...bars, bar] };
}
