import { fill } from './message';

// Each stands by itself in a list: within a sentence a noun may need another form.

/** Writes a number of sessions: `1 session`, `5,000 sessions`. */
export function countSessions(count: number): string {
  return fill($localize`{count, plural, one {# session} other {# sessions}}`, { count });
}

/** Writes a number of users: `3 users`. */
export function countUsers(count: number): string {
  return fill($localize`{count, plural, one {# user} other {# users}}`, { count });
}

/** Writes a number of hosts: `3 hosts`. */
export function countHosts(count: number): string {
  return fill($localize`{count, plural, one {# host} other {# hosts}}`, { count });
}

/** Writes a number of products: `3 products`. */
export function countProducts(count: number): string {
  return fill($localize`{count, plural, one {# product} other {# products}}`, { count });
}

/** Writes a number of whole days: `7 days`. */
export function countDays(count: number): string {
  return fill($localize`{count, plural, one {# day} other {# days}}`, { count });
}

/** Joins names, of many only the first ones: `CAT, DL1 and 3 more`. */
export function listFirst(names: readonly string[], most: number): string {
  const list = names.slice(0, most).join(', ');
  const count = names.length - most;
  return count > 0
    ? fill($localize`{count, plural, other {{list} and # more}}`, { count, list })
    : list;
}
