import { findUsageLayout, PRODUCT_AT, type UsageLayout } from '../lines/usage-layout.js';
import type { FieldRules } from './field-rules.js';

const ACTIONS: ReadonlySet<string> = new Set(['Grant', 'Detachment', 'TimeOut']);
const EDITORS: ReadonlySet<string> = new Set([
  'Dassault Systemes',
  'Dassault Systemes V4',
  'Dassault Systemes V5',
]);
const MODELS: ReadonlySet<string> = new Set(['ConcurrentUser', 'NamedUser', 'Token', 'Credit']);
const COUNT = /^\d{1,9}$/;

/** What becomes of one field. */
type FieldRule = (field: string) => string;

/**
 * Replaces what could name somebody in a usage message. Its fields are found as the parser finds
 * them, and each keeps what the parser knows it by, so that the copy is read as the original is.
 */
export function anonymiseUsage(message: string, rules: FieldRules): string {
  const fields = message.split('!');
  const layout = findUsageLayout(fields);
  const product = fields[PRODUCT_AT] ?? '';
  return fields.map((field, at) => toRule(at, { rules, fields, layout, product })(field)).join('!');
}

interface UsageFields {
  readonly rules: FieldRules;
  readonly fields: readonly string[];
  readonly layout: UsageLayout;
  readonly product: string;
}

function toRule(at: number, usage: UsageFields): FieldRule {
  const { rules, layout } = usage;
  if (at === 0) return keep(ACTIONS, rules);
  if (at === PRODUCT_AT) return (field) => rules.product(field);
  if (at < PRODUCT_AT) return (field) => rules.term(field);
  return at < layout.clientAt ? toLeftRule(at, usage) : toRightRule(at, usage);
}

function toLeftRule(at: number, usage: UsageFields): FieldRule {
  const { rules, layout } = usage;
  if (layout.sessionAt < 0) return toShortLeftRule(at, usage);
  switch (at - layout.sessionAt) {
    case 1:
      return keep(EDITORS, rules);
    case 2:
      return keep(MODELS, rules);
    case 3:
      return toCountRule(rules);
    case 4:
      return (field) => rules.term(field);
    default:
      return (field) => rules.value(field);
  }
}

/**
 * Too few fields to tell by place: a model says what it is, and a count stands behind it, or else
 * before the last field.
 */
function toShortLeftRule(at: number, { rules, fields, layout }: UsageFields): FieldRule {
  const modelAt = fields.findIndex(
    (field, index) => index > PRODUCT_AT && index < layout.clientAt && MODELS.has(field),
  );
  const countAt = modelAt < 0 ? layout.clientAt - 2 : modelAt + 1;
  return at === countAt ? toCountRule(rules) : keep(MODELS, rules);
}

function toRightRule(at: number, { rules, layout, product }: UsageFields): FieldRule {
  const { clientAt, userEnd, internalIdEnd, executableEnd } = layout;
  if (at === clientAt) return (field) => rules.client(field);
  if (at === clientAt + 1) return (field) => rules.value(field);
  if (at < userEnd) return (field) => rules.name(field);
  if (at < internalIdEnd) return (field) => rules.internalId(field, product);
  if (at < executableEnd) return (field) => rules.program(field);
  return at === executableEnd ? (field) => rules.version(field) : (field) => rules.term(field);
}

const keep =
  (known: ReadonlySet<string>, rules: FieldRules): FieldRule =>
  (field) =>
    known.has(field) ? field : rules.term(field);

const toCountRule =
  (rules: FieldRules): FieldRule =>
  (field) =>
    COUNT.test(field) ? field : rules.term(field);
