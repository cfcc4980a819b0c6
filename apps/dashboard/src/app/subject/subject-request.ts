import type { DurationMs, EpochMs, HealthDto, SubjectKindDto } from '@license-monitor/api-contract';
import type { SubjectRef } from '../data/subject-client';
import type { Span } from '../usage/use-plot-data';
import { resolveTimePoint, writeTimePoint } from '../view-state/time-point';
import type { ViewQuery } from '../view-state/view-query';

const DAY_MS: DurationMs = 24 * 60 * 60_000;
/** What a page about a subject shows by itself. */
const STANDARD_DAYS = 30;

/** Of which range the figures of a subject are asked for. */
export interface SubjectRange {
  readonly from: EpochMs;
  /** Null for the end of what was read. */
  readonly to: EpochMs | null;
}

/** When the last line was written: the end of a log that nobody writes any more. */
function findLastLineAt(health: HealthDto | undefined): EpochMs | null {
  const ends = (health?.servers ?? []).flatMap(({ lastLineAt }) => lastLineAt ?? []);
  return ends.length === 0 ? null : Math.max(...ends);
}

/**
 * The range of an address, else the last thirty days: of the log, where that ended more than a day
 * ago, so that an import of old logs does not look empty.
 */
export function toSubjectRange(
  { from, to }: Pick<ViewQuery, 'from' | 'to'>,
  health: HealthDto | undefined,
  now: EpochMs,
): SubjectRange {
  const end = to === null || to.kind === 'now' ? null : resolveTimePoint(to, now);
  const lastLineAt = findLastLineAt(health) ?? now;
  const readUntil = lastLineAt < now - DAY_MS ? lastLineAt : now;
  const start = from === null ? (end ?? readUntil) - STANDARD_DAYS * DAY_MS : null;
  return { from: start ?? resolveTimePoint(from ?? { kind: 'now' }, now), to: end };
}

/** The filter of other screens that shows the rows of a subject. */
export function toSubjectFilter({ kind, key }: SubjectRef): Pick<ViewQuery, SubjectKindDto> {
  return { product: [], user: [], host: [], [kind]: [key] };
}

/** Parameters of a link to the rows of a subject within a range. */
export function toRowParameters(
  { kind, key }: SubjectRef,
  { from, to }: Span,
): Readonly<Record<string, string>> {
  const write = (at: EpochMs) => writeTimePoint({ kind: 'at', at });
  return { [kind]: key, from: write(from), to: write(to) };
}
