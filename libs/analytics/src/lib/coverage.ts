import { intersectSpans, joinSpans, type Observed, type Span } from './span';

/** Why a time is not measured. None of these means that nothing was in use. */
export type GapCause =
  /** The log that we have begins later. */
  | 'beforeFirstLine'
  /** The log was read no further. */
  | 'afterLastLine'
  /** Between two files no line was written for so long that one of them must be missing. */
  | 'fileMissing'
  /** The licence server was stopped, or crashed and came up again. */
  | 'serverDown'
  /** The machine of the licence server slept. */
  | 'serverAsleep'
  /** The server refused, or said that licences are in use, while the log knows of no use. */
  | 'notTraced';

/** A time that is not measured, and why. */
export interface Gap extends Span {
  readonly cause: GapCause;
}

/** What a log says of its own completeness. */
export interface LogEvidence {
  /** From the first to the last line of each file, UTC milliseconds, both included; in any order. */
  readonly files: readonly Span[];
  /** Times for which the log itself says that the server was down or asleep. */
  readonly outages: readonly Gap[];
  /** Up to when silence means that nothing happened; null where the log is read no further than it goes. */
  readonly followedUntil: number | null;
}

/**
 * A server that is polled or used writes each day; so long a silence between two files, in
 * milliseconds, means that a file between them is missing. Within a file silence is silence.
 */
export const LONGEST_SILENCE_MS = 24 * 60 * 60_000;

/** The times within [from, to) that a log does not tell about, in order. They may overlap. */
export function findGaps(evidence: LogEvidence, { from, to }: Span): Gap[] {
  const gaps = [...findFileGaps(evidence), ...evidence.outages];
  return gaps
    .map((gap) => ({ ...gap, from: Math.max(from, gap.from), to: Math.min(to, gap.to) }))
    .filter((gap) => gap.from < gap.to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function findFileGaps({ files, followedUntil }: LogEvidence): Gap[] {
  // A file is known up to and including its last line.
  const spans = joinSpans(files.map(({ from, to }) => ({ from, to: to + 1 })));
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) {
    return [{ from: -Infinity, to: Infinity, cause: 'beforeFirstLine' }];
  }
  const between = spans.flatMap((span, index): Gap[] => {
    const next = spans[index + 1];
    if (next === undefined || next.from - span.to <= LONGEST_SILENCE_MS) return [];
    return [{ from: span.to, to: next.from, cause: 'fileMissing' }];
  });
  return [
    { from: -Infinity, to: first.from, cause: 'beforeFirstLine' },
    ...between,
    { from: Math.max(last.to, followedUntil ?? -Infinity), to: Infinity, cause: 'afterLastLine' },
  ];
}

/**
 * What a failover cluster does not tell about: what any member's log misses, as each tells of its own
 * part; but it is down, or asleep, only while two of its three members are (log-format.md §6.4).
 */
export function joinMemberGaps(members: readonly (readonly Gap[])[]): Gap[] {
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) return [...only];
  const missing = members.flatMap((gaps) => gaps.filter((gap) => !isOutage(gap)));
  const downs = members.map((gaps) => joinSpans(gaps.filter(isOutage)));
  const twoDown = downs.flatMap((one, index) =>
    downs.slice(index + 1).flatMap((other) => intersectSpans(one, other)),
  );
  const outages = joinSpans(twoDown).map((span): Gap => ({ ...span, cause: 'serverDown' }));
  return [...missing, ...outages].sort((a, b) => a.from - b.from || a.to - b.to);
}

const isOutage = ({ cause }: Gap) => cause === 'serverDown' || cause === 'serverAsleep';

/** What is left of [from, to) without its gaps: the observed time O of features.md §2.0. */
export function observedWithin({ from, to }: Span, gaps: readonly Span[]): Observed {
  const observed: Span[] = [];
  let since = from;
  for (const gap of joinSpans(gaps)) {
    if (gap.from > since) observed.push({ from: since, to: Math.min(to, gap.from) });
    since = Math.max(since, gap.to);
    if (since >= to) return observed;
  }
  if (since < to) observed.push({ from: since, to });
  return observed;
}
