import type { ListOrder, PagePosition, SessionFilter } from './rows';
import { allOf, behind, compare, type Where } from './where';

/** What closed sessions are ordered by: an index serves each, however many they are. */
export type ClosedSessionColumn = 'endedAt' | 'startedAt';

/** Some rows of a list, and their order. */
export interface ListPart {
  readonly where: Where;
  readonly orderBy: string;
}

/** Parts of a list: those of known instants belong together, the others come behind them. */
export interface ListParts {
  readonly known: readonly ListPart[];
  readonly unknown: ListPart | null;
}

type Range = Pick<SessionFilter, 'from' | 'to'>;

/** Sessions longer than this have an index of their own. Milliseconds. */
const DAY_MS = 86_400_000;

/**
 * The sessions x that ended within a range, the parts of them each in order. By their starts most are
 * found in the index of short sessions. The others are few and are sorted: long ones, those that a
 * clock made negative, and at last those whose start is not known.
 *
 * @param after only those behind this place.
 */
export function closedSessions(
  range: Range,
  order: ListOrder<ClosedSessionColumn>,
  after: PagePosition | null,
): ListParts {
  const direction = order.isDescending ? 'DESC' : 'ASC';
  const toPart = (condition: string, instant: string): ListPart => ({
    where: allOf([endedWithin(condition, range), behind([instant, 'x.id'], after, order)]),
    orderBy: `${instant} ${direction}, x.id ${direction}`,
  });
  if (order.column === 'endedAt') {
    return { known: [toPart('x.ended_at IS NOT NULL', 'x.ended_at')], unknown: null };
  }
  const isInUnknown = after !== null && after.at === null;
  const short = toPart(SHORT, 'x.started_at');
  const known = [
    { ...short, where: allOf([short.where, startedNear(range)]) },
    toPart(`x.ended_at - x.started_at > ${DAY_MS}`, 'x.started_at'),
    toPart('x.is_negative = 1', 'x.started_at'),
  ];
  return { known: isInUnknown ? [] : known, unknown: toUnknown(range, order, after) };
}

const SHORT = `x.ended_at - x.started_at <= ${DAY_MS} AND x.is_negative = 0`;

const endedWithin = (condition: string, { from, to }: Range): Where =>
  allOf([
    { sql: condition, parameters: [] },
    compare('x.ended_at >= ?', from),
    compare('x.ended_at < ?', to),
  ]);

/** Of short sessions that end in a range the starts, which are what their index holds. */
const startedNear = ({ from, to }: Range): Where =>
  allOf([
    compare('x.started_at >= ?', from === null ? null : from - DAY_MS),
    compare('x.started_at < ?', to),
  ]);

/** By their ids; the sign keeps a database from walking through all sessions in that order. */
function toUnknown(
  range: Range,
  { isDescending }: ListOrder<ClosedSessionColumn>,
  after: PagePosition | null,
): ListPart {
  const isBehind = after?.at === null ? after.id : null;
  return {
    where: allOf([
      endedWithin('x.started_at IS NULL', range),
      compare(`+x.id ${isDescending ? '<' : '>'} ?`, isBehind),
    ]),
    orderBy: `+x.id ${isDescending ? 'DESC' : 'ASC'}`,
  };
}
