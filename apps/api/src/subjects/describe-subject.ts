import { sessionLengths, splitAtDays, type Span } from '@license-monitor/analytics';
import type { SubjectDayDto, SubjectDto, SubjectPartDto } from '@license-monitor/api-contract';
import type { SessionRow } from '@license-monitor/db';
import { groupBy } from '../usage/group-by';

type SubjectFigures = Pick<
  SubjectDto,
  'sessions' | 'sessionMs' | 'medianMs' | 'timeouts' | 'daily' | 'breakdown'
>;

/** The figures of one product, person or machine over a range. */
export function describeSubject(
  kind: SubjectDto['kind'],
  sessions: readonly SessionRow[],
  range: Span,
  zone: string,
): SubjectFigures {
  const partOf = ({ user, product }: SessionRow) => (kind === 'product' ? user : product);
  return {
    sessions: sessions.length,
    sessionMs: sessionMsOf(sessions, range),
    medianMs: sessionLengths(sessions).medianMs ?? null,
    timeouts: sessions.filter(({ closedBy }) => closedBy === 'timeout').length,
    daily: daysOf(sessions, range, zone),
    breakdown: [...groupBy(sessions, partOf)]
      .map(([key, own]): SubjectPartDto => ({
        key,
        sessions: own.length,
        sessionMs: sessionMsOf(own, range),
      }))
      .sort((a, b) => b.sessionMs - a.sessionMs || (a.key < b.key ? -1 : 1)),
  };
}

/** Σ quantity × length within a range; open sessions last until its end. */
export function sessionMsOf(sessions: readonly SessionRow[], range: Span): number {
  return sessions.reduce((sum, session) => {
    const { from, to } = clip(session, range);
    return sum + Math.max(0, to - from) * session.quantity;
  }, 0);
}

function daysOf(sessions: readonly SessionRow[], range: Span, zone: string): SubjectDayDto[] {
  const weighted = sessions
    .map((session) => ({ ...clip(session, range), quantity: session.quantity }))
    .filter(({ from, to }) => from < to);
  return splitAtDays(weighted, zone).map(({ date, licenseMs }) => ({
    date,
    sessionMs: licenseMs,
  }));
}

const clip = ({ startedAt, endedAt }: SessionRow, { from, to }: Span): Span => ({
  from: Math.max(from, startedAt ?? from),
  to: Math.min(to, endedAt ?? to),
});
