import type { Page, SessionDto } from '@license-monitor/api-contract';

/** With more rows than this the list is fetched anew instead of growing by itself. */
export const MAX_GROWN_ROWS = 5_000;

/** The closed sessions fetched so far, newest end first. */
export interface HistoryList {
  readonly items: readonly SessionDto[];
  /** Null when the beginning of the history is reached. */
  readonly nextCursor: string | null;
}

// Equal ends are told apart by their ids, as the API does.
function compareNewestFirst(a: SessionDto, b: SessionDto): number {
  return (b.endedAt ?? 0) - (a.endedAt ?? 0) || b.id - a.id;
}

/** Adds an older page; sessions that are there already are kept once. */
export function addPage(list: HistoryList, page: Page<SessionDto>): HistoryList {
  const known = new Set(list.items.map(({ id }) => id));
  const added = page.items.filter(({ id }) => !known.has(id));
  return { items: [...list.items, ...added], nextCursor: page.nextCursor };
}

/**
 * Finds the sessions that have just closed and are no rows yet, or are with another end: a real one
 * replaces an assumed one. One that ended before the oldest row is left out as long as there is
 * more to load: it comes with its page.
 */
export function findNews(list: HistoryList, closed: readonly SessionDto[]): readonly SessionDto[] {
  const known = new Map(list.items.map((session) => [session.id, session]));
  const oldest = list.nextCursor === null ? undefined : list.items.at(-1);
  const isNews = (session: SessionDto) => {
    const row = known.get(session.id);
    if (row) return row.endedAt !== session.endedAt || row.closedBy !== session.closedBy;
    return oldest === undefined || compareNewestFirst(session, oldest) < 0;
  };
  const latest = new Map(closed.map((session) => [session.id, session]));
  return [...latest.values()].filter(isNews);
}

/** Puts sessions that have just closed where they belong among the rows, each once. */
export function addClosed(list: HistoryList, news: readonly SessionDto[]): HistoryList {
  const replaced = new Set(news.map(({ id }) => id));
  const kept = list.items.filter(({ id }) => !replaced.has(id));
  return { ...list, items: [...news, ...kept].sort(compareNewestFirst) };
}
