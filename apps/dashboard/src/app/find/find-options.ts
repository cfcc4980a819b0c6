import type {
  FoundSubjectDto,
  ProductUsageDto,
  SubjectKindDto,
} from '@license-monitor/api-contract';
import { hasWords } from '../wording/product-names';

/** One line of what was found. */
export interface FindOption {
  readonly kind: SubjectKindDto;
  readonly key: string;
  /** What a product is called, or who publishes it; empty where nothing is to be said. */
  readonly note: string;
}

/** The API answers no more than this many names. */
const MOST_FOUND = 20;

/** The lines of an answer; one product code of several publishers is one page, so one line. */
export function toFindOptions(items: readonly FoundSubjectDto[]): readonly FindOption[] {
  const options = new Map<string, FindOption>();
  for (const { kind, key, editor } of items) {
    const id = `${kind}\n${key}`;
    const notes = [options.get(id)?.note ?? '', editor ?? ''].filter((part) => part !== '');
    options.set(id, { kind, key, note: [...new Set(notes)].join(', ') });
  }
  return [...options.values()];
}

type NameProduct = (code: string, editor: string | null) => string | null;

/** The lines of an answer, products with what they are called. */
export function nameOptions(
  items: readonly FoundSubjectDto[],
  nameProduct: NameProduct,
): readonly FoundSubjectDto[] {
  return items.map((item) => {
    const name = item.kind === 'product' ? nameProduct(item.key, item.editor) : null;
    return name === null ? item : { ...item, editor: name };
  });
}

/**
 * The products that are called by a text: the API knows codes alone. Of all products that have a
 * name only those that this site has are of use. Names that begin with the text come first, the shortest before.
 */
export function findByName(
  products: readonly Pick<ProductUsageDto, 'product' | 'editor'>[],
  text: string,
  nameProduct: NameProduct,
): readonly FoundSubjectDto[] {
  const begins = (name: string) => Number(name.toLowerCase().startsWith(text.toLowerCase()));
  return products
    .map(({ product, editor }) => ({ product, editor, name: nameProduct(product, editor) ?? '' }))
    .filter(({ name }) => hasWords(name, text))
    .sort((a, b) => begins(b.name) - begins(a.name) || a.name.length - b.name.length)
    .map(({ product, editor }) => ({ kind: 'product', key: product, editor }));
}

/** Says how much was found. */
export function describeFound(count: number): string {
  if (count === 0) return $localize`Nothing found. A part of a name is enough.`;
  if (count >= MOST_FOUND)
    return $localize`The first ${count}:count: are shown: type more to narrow.`;
  return $localize`${count}:count: found.`;
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
