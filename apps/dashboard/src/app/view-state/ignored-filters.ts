import { plainNameOf } from '../wording/name-of';
import { nameSubject } from './subject-names';
import type { Subject, ViewQuery } from './view-query';

/**
 * Names the filters that an address brings along and that a screen does not use, and says why; null
 * where there are none. A figure must not look narrower than it is.
 *
 * @param because the beginning of the sentence: `Seats are shared by all`.
 */
export function describeIgnoredFilters(
  query: Pick<ViewQuery, Subject>,
  unused: readonly Subject[],
  because: string,
  nameOf = plainNameOf,
): string | null {
  const names = unused.flatMap((subject) =>
    query[subject].map((name) => nameSubject(subject, nameOf(subject, name))),
  );
  return names.length === 0
    ? null
    : $localize`${because}:reason:, so this screen leaves aside: ${names.join(', ')}:filters:.`;
}
