import { isHex16 } from './parse-client.js';
import { parseModel, parseWholeNumber } from './parse-values.js';
import type { UsageEvent } from './parsed-line.js';
import { PRODUCT_AT, type UsageLayout } from './usage-layout.js';

/** The terms of the licence that a usage line speaks of. */
export type UsageTerms = Pick<UsageEvent, 'customer' | 'editor' | 'model' | 'quantity' | 'slotX'>;

/** What stands between the product and the client. */
export interface LeftPart {
  readonly sessionId: string | null;
  readonly terms: UsageTerms;
  /** Fields without a name, or whose named field cannot hold them. */
  readonly unknownFields: readonly string[];
  /** Whether too few fields stand there to tell them by their place. */
  readonly isShort: boolean;
}

const NONE: readonly string[] = [];

/** Reads the fields of a usage message that stand before its client. */
export function readLeftPart(fields: readonly string[], layout: UsageLayout): LeftPart {
  const part =
    layout.sessionAt < 0
      ? readShort(fields.slice(PRODUCT_AT + 1, layout.clientAt))
      : readFull(fields, layout.sessionAt);
  const slot1 = fields[1];
  return slot1 ? { ...part, unknownFields: [slot1, ...part.unknownFields] } : part;
}

function readFull(fields: readonly string[], sessionAt: number): LeftPart {
  const count = sessionAt - PRODUCT_AT - 1;
  const modelText = fields[sessionAt + 2] ?? '';
  const countText = fields[sessionAt + 3] ?? '';
  const terms: UsageTerms = {
    customer: (count === 1 && fields[PRODUCT_AT + 1]) || null,
    editor: fields[sessionAt + 1] || null,
    model: parseModel(modelText),
    quantity: parseWholeNumber(countText),
    slotX: fields[sessionAt + 4] || null,
  };
  const between = count > 1 ? fields.slice(PRODUCT_AT + 1, sessionAt) : NONE;
  return {
    sessionId: fields[sessionAt] || null,
    terms,
    unknownFields: withMisfits(between, terms, [modelText, countText]),
    isShort: false,
  };
}

/** A model or a count of no known kind is kept as text. */
function withMisfits(
  fields: readonly string[],
  { model, quantity }: UsageTerms,
  [modelText, countText]: readonly [model: string, count: string],
): readonly string[] {
  if (model !== 'unknown' && quantity !== null) return fields;
  const misfits = [...fields];
  if (model === 'unknown' && modelText !== '') misfits.push(modelText);
  if (quantity === null && countText !== '') misfits.push(countText);
  return misfits;
}

/**
 * Too few fields: only those that identify themselves get a name, all are kept. A count stands
 * behind the model, or else before slotX, the last field.
 */
function readShort(fields: readonly string[]): LeftPart {
  const modelAt = fields.findIndex((field) => parseModel(field) !== 'unknown');
  const countAt = modelAt < 0 ? fields.length - 2 : modelAt + 1;
  return {
    sessionId: fields.find(isHex16) ?? null,
    terms: {
      customer: null,
      editor: null,
      model: parseModel(fields[modelAt] ?? ''),
      quantity: parseWholeNumber(fields[countAt] ?? ''),
      slotX: null,
    },
    unknownFields: fields,
    isShort: true,
  };
}
