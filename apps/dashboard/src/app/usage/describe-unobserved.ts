import { gapCauses } from '../wording/gap-cause';
import { formatDuration } from '../wording/duration';
import { formatInstant } from '../wording/instant';
import { fill } from '../wording/message';
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
      const why = causes.map((cause) => gapCauses[cause]).join(', ');
      return $localize`${formatInstant(from, zone, now)}:from: to ${formatInstant(to, zone, now)}:to: (${why}:causes:)`;
    });
  const others = times.length - named.length;
  const length = formatDuration(totalMs(times));
  const list = parts.join('; ');
  return others === 0
    ? $localize`Not observed, ${length}:length: altogether: ${list}:times:.`
    : fill(
        $localize`{others, plural, one {Not observed, {length} altogether: {times}; # shorter time more.} other {Not observed, {length} altogether: {times}; # shorter times more.}}`,
        { others, length, times: list },
      );
}
