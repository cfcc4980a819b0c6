import type { Where } from './where';

/** Most sessions end within a day: those that do not have an index of their own. Milliseconds. */
const DAY_MS = 86_400_000;

/**
 * The sessions x that were open at some instant of [from, to), and those of no length within it, as
 * conditions of which each session meets at most one. Each has the text of its index's condition: an
 * OR of them would read the whole table, and the ends alone all sessions since `from`.
 */
export function touching(from: number, to: number): readonly Where[] {
  const touches = '(x.ended_at > ? OR x.started_at = x.ended_at) AND x.started_at < ?';
  const short = {
    sql: `x.ended_at - x.started_at <= ${DAY_MS} AND x.started_at >= ? AND x.ended_at >= ? AND ${touches}`,
    parameters: [from - DAY_MS, from, from, to],
  };
  const long = {
    sql: `x.ended_at - x.started_at > ${DAY_MS} AND x.ended_at >= ? AND ${touches}`,
    parameters: [from, from, to],
  };
  const open = { sql: 'x.ended_at IS NULL AND x.started_at < ?', parameters: [to] };
  return [short, long, open];
}
