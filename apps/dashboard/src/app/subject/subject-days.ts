import type { CoverageDto, SubjectDto } from '@license-monitor/api-contract';
import { joinSpans, totalMs, type Span } from '../usage/use-plot-data';
import { toLocalDays } from '../view-state/local-days';

/** One local day of a subject. */
export interface SubjectDay extends Span {
  /** As YYYY-MM-DD. */
  readonly date: string;
  /** Lengths of sessions, times their licences; null where no server was observed that day. */
  readonly sessionMs: number | null;
}

/** Whether no part of a time was observed: no server tells about any of it. */
function isUnobserved({ from, to }: Span, { servers }: Pick<CoverageDto, 'servers'>): boolean {
  const lengthMs = to - from;
  return (
    servers.length > 0 &&
    servers.every(({ gaps }) => {
      const within = gaps
        .map((gap) => ({ from: Math.max(from, gap.from), to: Math.min(to, gap.to) }))
        .filter((gap) => gap.from < gap.to);
      return totalMs(joinSpans(within)) === lengthMs;
    })
  );
}

/**
 * All local days of the range in order: a day without use is zero, one of which nothing is known is
 * null. Sessions win over a gap: they were told later.
 *
 * @param coverage undefined while it is not known: no day is called unknown then.
 */
export function toSubjectDays(
  { from, to, daily }: Pick<SubjectDto, 'from' | 'to' | 'daily'>,
  coverage: Pick<CoverageDto, 'servers'> | undefined,
  zone: string,
): readonly SubjectDay[] {
  const used = new Map(daily.map(({ date, sessionMs }) => [date, sessionMs]));
  return toLocalDays(from, to, zone).map((day) => {
    const sessionMs = used.get(day.date) ?? 0;
    const isUnknown = sessionMs === 0 && coverage !== undefined && isUnobserved(day, coverage);
    return { ...day, sessionMs: isUnknown ? null : sessionMs };
  });
}
