/** The parts of a product code (log-format.md §9). */
export interface ProductCode {
  /** The whole code: a configuration with its add-ons is one licence. */
  readonly code: string;
  /** The first part: a product, or a configuration that add-ons are joined to. */
  readonly base: string;
  /** Shareable add-ons, each a code of three characters. */
  readonly addOns: readonly string[];
  /** What follows and is no add-on, for example `OC` or `EDU`: the kind of licence. */
  readonly suffixes: readonly string[];
}

/**
 * Takes a product code apart. Add-ons are three-character codes of capitals and digits; the one
 * three-letter suffix that is known, `EDU`, is not one.
 *
 * @example
 * parseProduct('HD2-KT1-FS1') // { code: 'HD2-KT1-FS1', base: 'HD2', addOns: ['KT1', 'FS1'], suffixes: [] }
 * parseProduct('MDG-OC') // { code: 'MDG-OC', base: 'MDG', addOns: [], suffixes: ['OC'] }
 */
export function parseProduct(code: string): ProductCode {
  const [base, ...parts] = code.split('-');
  return {
    code,
    base: String(base),
    addOns: parts.filter(isAddOn),
    suffixes: parts.filter((part) => !isAddOn(part)),
  };
}

const isAddOn = (part: string) => /^[A-Z\d]{3}$/.test(part) && part !== 'EDU';
