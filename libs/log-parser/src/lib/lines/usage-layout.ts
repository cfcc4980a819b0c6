import { isClientText, isIpLiteral } from './parse-client.js';
import { endsInternalId } from './parse-internal-id.js';

/** Index of the product among the fields of a usage message. */
export const PRODUCT_AT = 2;
/** Where the client stands when nothing in the line tells (variant A). */
const USUAL_CLIENT_AT = 8;
const EARLIEST_CLIENT_AT = 3;
/** Session, editor, model, count and slotX stand between product and client. */
const LEFT_FIELDS = 5;

/** Which field of a usage message is what: indexes, each range up to (exclusive) the next one. */
export interface UsageLayout {
  /** Index of the session; -1 where too few fields stand before the client to tell by place. */
  readonly sessionAt: number;
  readonly clientAt: number;
  /** A user name that holds `!` spans several fields: from `clientAt + 2` to here. */
  readonly userEnd: number;
  readonly internalIdEnd: number;
  /** A path that holds `!` spans several fields: from `internalIdEnd` to here. */
  readonly executableEnd: number;
}

/**
 * Finds the fields of a usage message that was split at `!`.
 *
 * The managed server writes one more field behind the product, and the fields behind the user may
 * be missing, so they are found from the client and its address, never by index
 * (log-format.md §2.3).
 */
export function findUsageLayout(fields: readonly string[]): UsageLayout {
  const clientAt = findClientAt(fields);
  const sessionAt = clientAt - LEFT_FIELDS;
  const userAt = clientAt + 2;
  const { userEnd, internalIdEnd } = findAccount(fields, userAt);
  return {
    sessionAt: sessionAt > PRODUCT_AT ? sessionAt : -1,
    clientAt,
    userEnd,
    internalIdEnd,
    executableEnd: findExecutableEnd(fields, internalIdEnd),
  };
}

function findClientAt(fields: readonly string[]): number {
  // Variant A has it at the usual place, variant B one further: look there before searching.
  if (isPairAt(fields, USUAL_CLIENT_AT)) return USUAL_CLIENT_AT;
  if (isPairAt(fields, USUAL_CLIENT_AT + 1)) return USUAL_CLIENT_AT + 1;
  const pairAt = find(fields, (_, at) => isPairAt(fields, at));
  if (pairAt >= 0) return pairAt;
  const ipAt = find(fields, isIpLiteral);
  if (ipAt > EARLIEST_CLIENT_AT) return ipAt - 1;
  const clientAt = find(fields, isClientText);
  return clientAt >= 0 ? clientAt : USUAL_CLIENT_AT;
}

function isPairAt(fields: readonly string[], at: number): boolean {
  return isClientText(fields[at] ?? '') && isIpLiteral(fields[at + 1] ?? '');
}

function find(fields: readonly string[], fits: (field: string, at: number) => boolean): number {
  return fields.findIndex((field, at) => at >= EARLIEST_CLIENT_AT && fits(field, at));
}

/**
 * User and internal id, one field each unless the user's name holds `!`. The id begins with the
 * same name, so then both span as many fields; only the id's end can be recognised.
 */
function findAccount(
  fields: readonly string[],
  userAt: number,
): Pick<UsageLayout, 'userEnd' | 'internalIdEnd'> {
  const usual = { userEnd: userAt + 1, internalIdEnd: userAt + 2 };
  if (endsInternalId(fields[userAt + 1] ?? '')) return usual;
  const idAt = fields.findIndex((field, at) => at > userAt + 1 && endsInternalId(field));
  if (idAt < 0) return usual;
  const length = idAt + 1 - userAt;
  const userEnd = length % 2 === 0 ? userAt + length / 2 : idAt;
  return { userEnd, internalIdEnd: idAt + 1 };
}

/** Version and flag stand behind the executable, the last two of more than three fields. */
function findExecutableEnd(fields: readonly string[], from: number): number {
  const length = fields.length - from;
  if (length <= 3) return from + 1;
  return isVersion(String(fields.at(-2))) ? fields.length - 2 : fields.length;
}

const isVersion = (text: string) => /^\d+\.\d/.test(text);
