import { isWholePath, type FieldRules } from './field-rules.js';

const NOT_GRANTED = ' not granted, ';
const FROM_CLIENT = ' ( from client ';

/**
 * Replaces what could name somebody in the text of a refusal, whose parts are found as the parser
 * finds them.
 *
 * @returns undefined when the message is no refusal.
 */
export function anonymiseDenial(message: string, rules: FieldRules): string | undefined {
  const productEnd = message.indexOf(NOT_GRANTED);
  const product = message.slice(0, productEnd);
  if (productEnd <= 0 || product.includes(' ')) return undefined;
  const reasonFrom = productEnd + NOT_GRANTED.length;
  const whoAt = message.indexOf(FROM_CLIENT, reasonFrom);
  const reason = message.slice(reasonFrom, whoAt < 0 ? undefined : whoAt);
  const who = whoAt < 0 ? '' : toWho(message.slice(whoAt + FROM_CLIENT.length), product, rules);
  return (
    rules.product(product) +
    NOT_GRANTED +
    rules.reason(reason) +
    (whoAt < 0 ? '' : FROM_CLIENT) +
    who
  );
}

/** `HOST (id)/ip|user|internal id|…|executable )`: pipes, and the path may stand anywhere. */
function toWho(text: string, product: string, rules: FieldRules): string {
  const trimmed = text.trimEnd();
  const isClosed = trimmed.endsWith(')') && !isWholeClient(trimmed);
  const inner = (isClosed ? trimmed.slice(0, -1) : trimmed).trimEnd();
  const fields = inner.split('|');
  const internalIdAt = findExecutable(fields) === 2 ? 3 : 2;
  const copies = fields.map((field, at) => {
    if (at === 0) return toMachine(field, rules);
    if (at === 1) return rules.name(field);
    if (at === internalIdAt) return rules.internalId(field, product);
    return rules.unnamed(field, product);
  });
  return copies.join('|') + text.slice(inner.length);
}

/** A whole path wherever it stands; else, behind the internal id, anything with a separator. */
function findExecutable(fields: readonly string[]): number {
  const pathAt = fields.findIndex((field, at) => at > 1 && isWholePath(field));
  return pathAt >= 0 ? pathAt : fields.findIndex((field, at) => at > 2 && /[\\/]/.test(field));
}

/** `HOST (id)` alone: its parenthesis is not the one that closes the message. */
const isWholeClient = (text: string) =>
  text.indexOf(')') === text.length - 1 && text.includes(' (');

function toMachine(text: string, rules: FieldRules): string {
  const slash = text.lastIndexOf(')/');
  if (slash < 0) return rules.client(text);
  return `${rules.client(text.slice(0, slash + 1))}/${rules.value(text.slice(slash + 2))}`;
}
