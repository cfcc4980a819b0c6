import { medianOf } from './median';

/** How long sessions last: by person, and of the product as a whole. Milliseconds. */
export interface TypicalLengths {
  readonly byPerson: ReadonlyMap<string, number>;
  readonly ofProduct: number | undefined;
}

/** Prepares `drawLength` from the closed sessions of one product. Cost: n log n. */
export function typicalLengths(
  sessions: Iterable<{ readonly person: string; readonly lengthMs: number }>,
): TypicalLengths {
  const all: number[] = [];
  const lengths = new Map<string, number[]>();
  for (const { person, lengthMs } of sessions) {
    all.push(lengthMs);
    const list = lengths.get(person);
    if (list === undefined) lengths.set(person, [lengthMs]);
    else list.push(lengthMs);
  }
  const byPerson = new Map<string, number>();
  for (const [person, list] of lengths) {
    const median = medianOf(list);
    if (median !== undefined) byPerson.set(person, median);
  }
  return { byPerson, ofProduct: medianOf(all) };
}

/**
 * How long a request that was lost would have lasted (features.md §2.11): an assumption, as it never
 * did. The median of the same person's sessions, else of all of the product. Not by chance, so that
 * the same log gives the same answer. Few long sessions make the mean longer than the median; a replay
 * with medians asks for rather too few licences then.
 *
 * @returns milliseconds; undefined where the product has no closed session.
 */
export const drawLength = (lengths: TypicalLengths, person: string): number | undefined =>
  lengths.byPerson.get(person) ?? lengths.ofProduct;
