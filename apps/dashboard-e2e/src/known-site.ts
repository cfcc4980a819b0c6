import { writeFileSync } from 'node:fs';
import { denialLine, usageLine, type LineWords } from './log-lines';
import type { Services } from './services';

const HOUR_MS = 3_600_000;

/**
 * A small site of which everything is known, as of now. MD2 has three licences and all are held: by ann for
 * thirty hours, by bob on two machines. KIN was held over night; nobody knows how many there are. One
 * request was refused for want of seats, one by a rule.
 */
export async function startKnownSite(services: Services): Promise<void> {
  const lines = toLines(Date.now());
  writeFileSync(
    services.entitlements,
    'entitlements:\n  - product: MD2\n    model: ConcurrentUser\n    seats: 3\n',
  );
  services.writeLog(lines);
  await services.startAndRead(lines.length);
}

function toLines(now: number): string[] {
  const ago = (hours: number) => now - hours * HOUR_MS;
  const held = (words: Omit<LineWords, 'at'>, from: number, to?: number) => [
    { at: ago(from), text: usageLine('Grant', { ...words, at: ago(from) }) },
    ...(to === undefined
      ? []
      : [{ at: ago(to), text: usageLine('Detachment', { ...words, at: ago(to) }) }]),
  ];
  const refused = (reason: string, words: LineWords, hours: number) => [
    { at: ago(hours), text: denialLine(reason, { ...words, at: ago(hours) }) },
  ];
  const policy = 'not authorized';
  return [
    ...held({ user: 'carl', host: 'WS-5' }, 24 * 9, 24 * 9 - 3),
    ...held({ user: 'eve', host: 'WS-4', product: 'KIN' }, 50, 25),
    ...held({ user: 'ann', host: 'WS-1' }, 30),
    ...held({ user: 'bob', host: 'WS-2' }, 5),
    ...held({ user: 'bob', host: 'WS-3' }, 4),
    ...refused('no more available license', { user: 'chloe', host: 'WS-6' }, 2),
    ...refused(policy, { user: 'dan', host: 'WS-7', product: 'KIN' }, 1.5),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
}
