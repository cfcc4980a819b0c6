import { gapCauses } from '../wording/gap-cause';
import { formatDuration } from '../wording/duration';
import { formatInstant } from '../wording/instant';
import { countOf } from '../wording/quantity';
import type { Reading } from './usage-sentence';
import { totalMs, type UnobservedTime } from './use-plot-data';

const MAX_NAMED = 4;

/** Says which times were not observed, and why; empty where all of the range was. */
export function describeUnobserved(
  times: readonly UnobservedTime[],
  { zone, now }: Reading,
): string {
  if (times.length === 0) return '';
  const named = [...times].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MAX_NAMED);
  const parts = named
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, causes }) => {
      const ends = `${formatInstant(from, zone, now)} to ${formatInstant(to, zone, now)}`;
      return `${ends} (${causes.map((cause) => gapCauses[cause]).join(', ')})`;
    });
  const others = times.length - named.length;
  const more = others > 0 ? `; ${countOf(others, 'shorter time')} more` : '';
  return `Not observed, ${formatDuration(totalMs(times))} altogether: ${parts.join('; ')}${more}.`;
}
