import { isClientText, isIpLiteral, parseClient } from './parse-client';
import type { LicenseModel, LineHeader, UsageEvent, UsageFault } from './parsed-line';

/** Exact capitalisation as the server writes it. */
const TYPES: Readonly<Record<string, UsageEvent['type']>> = {
  Grant: 'grant',
  Detachment: 'detachment',
  TimeOut: 'timeout',
};

const MODELS: ReadonlySet<string> = new Set(['ConcurrentUser', 'NamedUser', 'Token', 'Credit']);

const PRODUCT_FIELD = 2;
/** Where the client stands when nothing in the line tells (variant A). */
const USUAL_CLIENT_FIELD = 8;
const EARLIEST_CLIENT_FIELD = 3;

/**
 * Reads a usage message:
 *
 *     Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0…)!10.0.0.42!alice!…
 *
 * The managed server writes one more field behind the product, and the fields behind the user may
 * be missing, so fields are found from the client and its address, never by index
 * (log-format.md §2.3).
 *
 * @returns undefined when the message is no usage line or names no product.
 */
export function parseUsage(header: LineHeader, message: string): UsageEvent | undefined {
  const actionEnd = message.indexOf('!');
  const type = actionEnd < 0 ? undefined : TYPES[message.slice(0, actionEnd)];
  if (type === undefined) return undefined;
  const fields = message.split('!');
  const product = fields[PRODUCT_FIELD];
  if (!product) return undefined;
  const clientAt = findClientField(fields);
  const left = readLeftOfClient(fields, clientAt);
  const client = textOrNull(fields[clientAt]);
  return {
    wallAt: header.wallAt,
    level: header.level,
    category: header.category,
    type,
    product,
    customer: left.customer,
    sessionId: left.sessionId,
    editor: left.editor,
    model: toModel(left.model),
    quantity: toQuantity(left.count),
    slotX: left.slotX,
    client: client === null ? null : parseClient(client),
    ip: textOrNull(fields[clientAt + 1]),
    user: textOrNull(fields[clientAt + 2]),
    internalId: textOrNull(fields[clientAt + 3]),
    ...readTail(fields.slice(clientAt + 4)),
    unknownFields: left.unknownFields,
    faults: findFaults(left, client),
  };
}

const textOrNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);

function findClientField(fields: readonly string[]): number {
  const isClientAt = (at: number) => isClientText(fields[at] ?? '');
  const isIpAt = (at: number) => isIpLiteral(fields[at] ?? '');
  const find = (fits: (at: number) => boolean) =>
    fields.findIndex((_, at) => at >= EARLIEST_CLIENT_FIELD && fits(at));
  // Variant A has it at the usual place, variant B one further: look there before searching.
  for (const at of [USUAL_CLIENT_FIELD, USUAL_CLIENT_FIELD + 1]) {
    if (isClientAt(at) && isIpAt(at + 1)) return at;
  }
  const pairAt = find((at) => isClientAt(at) && isIpAt(at + 1));
  if (pairAt >= 0) return pairAt;
  const ipAt = find(isIpAt);
  if (ipAt > EARLIEST_CLIENT_FIELD) return ipAt - 1;
  const clientAt = find(isClientAt);
  return clientAt >= 0 ? clientAt : USUAL_CLIENT_FIELD;
}

interface LeftPart {
  readonly customer: string | null;
  readonly sessionId: string | null;
  readonly editor: string | null;
  readonly model: string | null;
  readonly count: string | null;
  readonly slotX: string | null;
  readonly unknownFields: readonly string[];
  readonly isShort: boolean;
}

function readLeftOfClient(fields: readonly string[], clientAt: number): LeftPart {
  const sessionAt = clientAt - 5;
  if (sessionAt <= PRODUCT_FIELD) return readShortLeft(fields.slice(PRODUCT_FIELD + 1, clientAt));
  const between = fields.slice(PRODUCT_FIELD + 1, sessionAt);
  return {
    customer: between.length === 1 ? textOrNull(between[0]) : null,
    sessionId: textOrNull(fields[sessionAt]),
    editor: textOrNull(fields[clientAt - 4]),
    model: textOrNull(fields[clientAt - 3]),
    count: textOrNull(fields[clientAt - 2]),
    slotX: textOrNull(fields[clientAt - 1]),
    unknownFields: between.length > 1 ? between : [],
    isShort: false,
  };
}

/** Too few fields: only those that identify themselves get a name, all are kept. */
function readShortLeft(fields: readonly string[]): LeftPart {
  const modelAt = fields.findIndex((field) => MODELS.has(field));
  const count = modelAt < 0 ? undefined : fields[modelAt + 1];
  return {
    customer: null,
    sessionId: fields.find(isSessionId) ?? null,
    editor: null,
    model: fields[modelAt] ?? null,
    count: count !== undefined && isNumeric(count) ? count : null,
    slotX: null,
    unknownFields: fields,
    isShort: true,
  };
}

type Tail = Pick<UsageEvent, 'executable' | 'clientVersion' | 'flag'>;

/** Behind the internal id: executable, version, flag. A path may contain `!` itself. */
function readTail(fields: readonly string[]): Tail {
  const [executable, clientVersion, flag] = fields;
  if (fields.length <= 3) {
    return {
      executable: textOrNull(executable),
      clientVersion: textOrNull(clientVersion),
      flag: textOrNull(flag),
    };
  }
  const version = fields.at(-2) ?? '';
  return /^\d+\.\d/.test(version)
    ? {
        executable: fields.slice(0, -2).join('!'),
        clientVersion: version,
        flag: textOrNull(fields.at(-1)),
      }
    : { executable: fields.join('!'), clientVersion: null, flag: null };
}

const isSessionId = (text: string) => /^[\da-f]{16}$/i.test(text);
const isNumeric = (text: string) => /^\d{1,9}$/.test(text);

function toModel(text: string | null): LicenseModel {
  return text !== null && MODELS.has(text) ? (text as LicenseModel) : 'unknown';
}

function toQuantity(text: string | null): number | null {
  return text !== null && isNumeric(text) ? Number(text) : null;
}

const NO_FAULTS: readonly UsageFault[] = [];

function findFaults(left: LeftPart, client: string | null): readonly UsageFault[] {
  const faults: UsageFault[] = [];
  if (left.sessionId === null) faults.push('sessionMissing');
  else if (!isSessionId(left.sessionId)) faults.push('sessionNotHex');
  if (toQuantity(left.count) === null) faults.push('countNotNumeric');
  if (toModel(left.model) === 'unknown') faults.push('modelUnknown');
  if (client === null) faults.push('clientMissing');
  if (left.isShort) faults.push('leftPartShort');
  else if (left.unknownFields.length > 0) faults.push('unknownFields');
  return faults.length === 0 ? NO_FAULTS : faults;
}
