import { isHex16, parseClient } from './parse-client.js';
import type { LineHeader, UsageEvent, UsageFault, WallMs } from './parsed-line.js';
import { parseProgram } from './parse-program.js';
import { findUsageLayout, PRODUCT_AT, type UsageLayout } from './usage-layout.js';
import { readLeftPart, type LeftPart, type UsageTerms } from './usage-left-part.js';

/** Exact capitalisation as the server writes it. */
const TYPES: ReadonlyMap<string, UsageEvent['type']> = new Map([
  ['Grant', 'grant'],
  ['Detachment', 'detachment'],
  ['TimeOut', 'timeout'],
]);

/** What a usage line begins with, behind its stamp. */
export type UsageLead = Pick<UsageEvent, 'level' | 'category' | 'type' | 'product'>;

/** Machine and user that a usage line speaks of. */
export type UsageAccount = Pick<UsageEvent, 'client' | 'ip' | 'user' | 'internalId'>;

/** The client's program without its process. */
export type UsageProgram = Pick<UsageEvent, 'executable' | 'clientVersion' | 'flag'>;

/** The parts of a usage event that lines repeat, and those that are new in each. */
export interface UsageParts {
  readonly lead: UsageLead;
  readonly terms: UsageTerms;
  readonly account: UsageAccount;
  readonly program: UsageProgram;
  readonly wallAt: WallMs;
  readonly sessionId: string | null;
  readonly processId: number | null;
  readonly unknownFields: readonly string[];
  readonly faults: readonly UsageFault[];
}

/**
 * Reads a usage message:
 *
 *     Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0…)!10.0.0.42!alice!…
 *
 * @returns undefined when the message is no usage line or names no product.
 */
export function parseUsage(header: LineHeader, message: string): UsageEvent | undefined {
  const type = TYPES.get(message.slice(0, Math.max(0, message.indexOf('!'))));
  if (type === undefined) return undefined;
  const fields = message.split('!');
  const product = fields[PRODUCT_AT];
  if (!product) return undefined;
  const layout = findUsageLayout(fields);
  const left = readLeftPart(fields, layout);
  const { wallAt, level, category } = header;
  const account = readAccount(fields, layout);
  const { executable, processId } = parseProgram(
    join(fields, layout.internalIdEnd, layout.executableEnd),
  );
  return toUsageEvent({
    lead: { level, category, type, product },
    terms: left.terms,
    account,
    program: {
      executable,
      clientVersion: textOrNull(fields[layout.executableEnd]),
      flag: textOrNull(fields[layout.executableEnd + 1]),
    },
    wallAt,
    sessionId: left.sessionId,
    processId,
    unknownFields: left.unknownFields,
    faults: findFaults(left, account),
  });
}

/** Puts an event together. The only place that makes one, so all have the same shape in memory. */
export function toUsageEvent(parts: UsageParts): UsageEvent {
  const { lead, terms, account, program } = parts;
  return {
    wallAt: parts.wallAt,
    level: lead.level,
    category: lead.category,
    type: lead.type,
    product: lead.product,
    customer: terms.customer,
    sessionId: parts.sessionId,
    editor: terms.editor,
    model: terms.model,
    quantity: terms.quantity,
    slotX: terms.slotX,
    client: account.client,
    ip: account.ip,
    user: account.user,
    internalId: account.internalId,
    executable: program.executable,
    processId: parts.processId,
    clientVersion: program.clientVersion,
    flag: program.flag,
    unknownFields: parts.unknownFields,
    faults: parts.faults,
  };
}

function readAccount(
  fields: readonly string[],
  { clientAt, userEnd, internalIdEnd }: UsageLayout,
): UsageAccount {
  const client = textOrNull(fields[clientAt]);
  return {
    client: client === null ? null : parseClient(client),
    ip: textOrNull(fields[clientAt + 1]),
    user: join(fields, clientAt + 2, userEnd),
    internalId: join(fields, userEnd, internalIdEnd),
  };
}

function join(fields: readonly string[], from: number, to: number): string | null {
  return textOrNull(to === from + 1 ? fields[from] : fields.slice(from, to).join('!'));
}

const textOrNull = (text: string | undefined) => text || null;

const NO_FAULTS: readonly UsageFault[] = [];

function findFaults(left: LeftPart, { client, user }: UsageAccount): readonly UsageFault[] {
  const faults: UsageFault[] = [];
  if (left.sessionId === null) faults.push('sessionMissing');
  else if (!isHex16(left.sessionId)) faults.push('sessionNotHex');
  if (left.terms.quantity === null) faults.push('countNotNumeric');
  if (left.terms.model === 'unknown') faults.push('modelUnknown');
  if (client === null) faults.push('clientMissing');
  if (user === null) faults.push('userMissing');
  if (left.isShort) faults.push('leftPartShort');
  if (left.unknownFields.length > 0) faults.push('unknownFields');
  return faults.length === 0 ? NO_FAULTS : faults;
}
