/** A label and the text up to the next one. */
export interface LabelPair {
  /** Its last word: `structure` of `pricing structure:`. Words before it end the value before. */
  readonly label: string;
  readonly value: string;
}

const LETTER = /\p{L}/u;

/**
 * Takes `label: value label: value …` apart, in any language: a label is letters before a colon,
 * so the colons of a time of day are text.
 *
 * @returns the pairs in order, without the text before the first label.
 *
 * @example
 * readLabelPairs('count:  1 inuse: 0') // [{ label: 'count', value: '1' }, { label: 'inuse', value: '0' }]
 */
export function readLabelPairs(text: string): readonly LabelPair[] {
  const labels: { readonly from: number; readonly colon: number }[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const from = findWordStart(text, colon);
    if (from < colon) labels.push({ from, colon });
  }
  return labels.map(({ from, colon }, at) => ({
    label: text.slice(from, colon),
    value: text.slice(colon + 1, labels[at + 1]?.from).trim(),
  }));
}

/** Letters end at the colon before, so no character is looked at twice. */
function findWordStart(text: string, end: number): number {
  let at = end;
  while (LETTER.test(text.charAt(at - 1))) at--;
  return at;
}

/**
 * Reads the values behind labels of known words, in the order of the labels. Null for a label that
 * is not there; it is passed over.
 *
 * @example
 * readValues('by user: alice on host: WS-0042', ['by user:', 'on host:']) // ['alice', 'WS-0042']
 */
export function readValues(text: string, labels: readonly string[]): readonly (string | null)[] {
  let searchFrom = 0;
  const found = labels.map((label) => {
    const at = text.indexOf(label, searchFrom);
    if (at >= 0) searchFrom = at + label.length;
    return { at, valueFrom: at + label.length };
  });
  return found.map(({ at, valueFrom }, index) => {
    const next = found.slice(index + 1).find((other) => other.at >= 0);
    return at < 0 ? null : text.slice(valueFrom, next?.at).trim() || null;
  });
}

/** The text up to the first blank. */
export function firstWord(text: string): string {
  const end = text.search(/\s/);
  return end < 0 ? text : text.slice(0, end);
}
