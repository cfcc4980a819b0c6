import { locale } from './locale';

/** A product and what it is called. */
export interface NamedProduct {
  readonly code: string;
  readonly name: string;
  /** Its publisher, since a code alone is not unique; null where it is the same of all. */
  readonly editor: string | null;
}

/** The named products by their codes. */
export type ProductCatalogue = ReadonlyMap<string, readonly NamedProduct[]>;

const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' });

/** Parts of a code that say how it is licensed, not what it is. */
const suffixes = new Set(['OC', 'OP', 'O', 'N', 'C', 'EDU', '1EDU']);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function readProduct(entry: unknown): readonly NamedProduct[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { code, name, editor } = entry as Readonly<Record<string, unknown>>;
  return isText(code) && isText(name)
    ? [{ code, name, editor: isText(editor) ? editor : null }]
    : [];
}

/**
 * Reads `product-names.json`. A site edits that file by hand, so what cannot be read is left out:
 * a name that is missing is no harm. Of entries for one product the last one counts.
 */
export function readProductNames(file: unknown): ProductCatalogue {
  const listed = typeof file === 'object' && file !== null && 'products' in file && file.products;
  const products = Array.isArray(listed) ? listed.flatMap(readProduct) : [];
  const catalogue = new Map<string, readonly NamedProduct[]>();
  for (const product of products) {
    const others = (catalogue.get(product.code) ?? []).filter(
      ({ editor }) => editor !== product.editor,
    );
    catalogue.set(product.code, [...others, product]);
  }
  return catalogue;
}

function findPart(catalogue: ProductCatalogue, code: string, editor: string | null): string | null {
  const products = catalogue.get(code) ?? [];
  if (editor === null) {
    const names = [...new Set(products.map(({ name }) => name))];
    return names.length === 0 ? null : alternatives.format(names);
  }
  const own = products.find((product) => product.editor === editor);
  return (own ?? products.find((product) => product.editor === null))?.name ?? null;
}

/**
 * What a product is called; null where nobody said. A configuration with add-ons, `XM2-FTA`, is
 * called by its parts. Another publisher's product of the same code is another product.
 *
 * @param editor the publisher; null where it is not known: then all products of the code are named.
 */
export function findProductName(
  catalogue: ProductCatalogue,
  code: string,
  editor: string | null,
): string | null {
  const whole = findPart(catalogue, code, editor);
  if (whole !== null || !code.includes('-')) return whole;
  const [first = '', ...rest] = code.split('-');
  const main = findPart(catalogue, first, editor);
  if (main === null) return null;
  const parts = rest.filter((part) => !suffixes.has(part));
  return [main, ...parts.map((part) => findPart(catalogue, part, editor) ?? part)].join(' + ');
}

/** Whether every word of a text occurs in a name, whatever the case. */
export function hasWords(name: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => name.toLowerCase().includes(word));
}
