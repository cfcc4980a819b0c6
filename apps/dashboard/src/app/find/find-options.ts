import type { FoundSubjectDto, SubjectKindDto } from '@license-monitor/api-contract';

/** One line of what was found. */
export interface FindOption {
  readonly kind: SubjectKindDto;
  readonly key: string;
  /** What tells it from others of its name: the publisher of a product; empty where nothing does. */
  readonly note: string;
}

/** The API answers no more than this many names. */
const MOST_FOUND = 20;

/** The lines of an answer; one product code of several publishers is one page, so one line. */
export function toFindOptions(items: readonly FoundSubjectDto[]): readonly FindOption[] {
  const options = new Map<string, FindOption>();
  for (const { kind, key, editor } of items) {
    const id = `${kind}\n${key}`;
    const note = [options.get(id)?.note ?? '', editor ?? ''].filter((part) => part !== '');
    options.set(id, { kind, key, note: note.join(', ') });
  }
  return [...options.values()];
}

/** Says how much was found. */
export function describeFound(count: number): string {
  if (count === 0) return 'Nothing found. A part of a name is enough.';
  if (count >= MOST_FOUND) return `The first ${count} are shown: type more to narrow.`;
  return `${count} found.`;
}

/**
 * Returns the line that a key leads to, round the ends; null for keys that belong to the text.
 *
 * @param active the index of the present line.
 */
export function moveInOptions(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active + count - 1) % count;
  return null;
}
