import type { SessionDto } from '@license-monitor/api-contract';
import type { SortColumn, SortOrder } from '../view-state/view-query';
import { locale } from '../wording/locale';

type Compare = (a: SessionDto, b: SessionDto) => number;

const collator = new Intl.Collator(locale, { numeric: true });

// An unknown start lies before everything the log tells, so it counts as the longest.
const byStart: Compare = (a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0);

const comparisons: Record<SortColumn, Compare> = {
  user: (a, b) => collator.compare(a.user, b.user),
  product: (a, b) => collator.compare(a.product, b.product),
  host: (a, b) => collator.compare(a.host, b.host),
  server: (a, b) => collator.compare(a.server, b.server),
  startedAt: byStart,
  duration: (a, b) => byStart(b, a),
};

/** Sorts sessions by a column; equal ones newest first, so that the order is always the same. */
export function sortSessions(
  sessions: readonly SessionDto[],
  { column, isDescending }: SortOrder,
): readonly SessionDto[] {
  const compare = comparisons[column];
  const sign = isDescending ? -1 : 1;
  return [...sessions].sort((a, b) => sign * compare(a, b) || byStart(b, a) || b.id - a.id);
}
