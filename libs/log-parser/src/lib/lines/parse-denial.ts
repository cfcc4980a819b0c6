import { splitMachine, toMachine } from './machine.js';
import { parseProgram } from './parse-program.js';
import type { DenialEvent, DenialFault, DenialReason, LineHeader } from './parsed-line.js';

const NOT_GRANTED = ' not granted, ';
const FROM_CLIENT = ' ( from client ';

/** Key words of a refusal's text, first match wins (log-format.md §3). */
const REASONS: readonly (readonly [reason: DenialReason, words: readonly string[]])[] = [
  ['exhausted', ['no more available']],
  ['notOwned', ['no license enrolled', 'not enrolled']],
  ['policy', ['authoriz', 'denied', 'not allowed', 'reserv', 'limit']],
  ['expired', ['expir', 'date']],
  ['version', ['release', 'version', 'level']],
];

/**
 * Reads a refusal:
 *
 *     XM2-FTA not granted, no more available license ( from client WS-0043 (41A0…)/10.0.0.43|bob|BOB@CORP…|C:\…\CNEXT.exe )
 *
 * @returns undefined when the message is no refusal.
 */
export function parseDenial(header: LineHeader, message: string): DenialEvent | undefined {
  const productEnd = message.indexOf(NOT_GRANTED);
  if (productEnd <= 0) return undefined;
  const product = message.slice(0, productEnd);
  if (product.includes(' ')) return undefined;
  const reasonFrom = productEnd + NOT_GRANTED.length;
  const whoAt = message.indexOf(FROM_CLIENT, reasonFrom);
  const reasonText = message.slice(reasonFrom, whoAt < 0 ? undefined : whoAt).trim();
  const reason = classifyReason(reasonText);
  const who = readWho(whoAt < 0 ? '' : message.slice(whoAt + FROM_CLIENT.length));
  return {
    wallAt: header.wallAt,
    level: header.level,
    category: header.category,
    type: 'denial',
    product,
    reasonText,
    reason,
    client: who.client,
    ip: who.ip,
    user: who.user,
    internalId: who.internalId,
    executable: who.executable,
    processId: who.processId,
    unknownFields: who.unknownFields,
    faults: findFaults(reason, who),
  };
}

/** Classifies the free text of a refusal by its key words. */
export function classifyReason(text: string): DenialReason {
  const lower = text.toLowerCase();
  for (const [reason, words] of REASONS) {
    if (words.some((word) => lower.includes(word))) return reason;
  }
  return 'other';
}

type Who = Pick<
  DenialEvent,
  'client' | 'ip' | 'user' | 'internalId' | 'executable' | 'processId' | 'unknownFields'
>;

/** `HOST (id)/ip|user|internal id|…|executable )`: pipes, and the path may stand anywhere. */
function readWho(text: string): Who {
  const trimmed = text.trimEnd();
  const inner = trimmed.endsWith(')') && !isWholeClient(trimmed) ? trimmed.slice(0, -1) : trimmed;
  const [machine, user = '', ...rest] = inner.trimEnd().split('|');
  const executableAt = findExecutable(rest);
  const { executable, processId } = parseProgram(rest[executableAt] ?? null);
  const [internalId = '', ...others] = rest.filter((_, at) => at !== executableAt);
  const { client, ip } = toMachine(...splitMachine(String(machine)));
  // Field by field: a spread of an object costs more than all that is done above.
  return {
    client,
    ip,
    user: user || null,
    internalId: internalId || null,
    executable,
    processId,
    unknownFields: others.filter((field) => field !== ''),
  };
}

/** A whole path wherever it stands; else, behind the internal id, anything with a separator. */
function findExecutable(fields: readonly string[]): number {
  const pathAt = fields.findIndex((field) => /^(?:[a-z]:[\\/]|[\\/])/i.test(field));
  if (pathAt >= 0) return pathAt;
  return fields.findIndex((field, at) => at > 0 && /[\\/]/.test(field));
}

/** `HOST (id)` alone: its parenthesis is not the one that closes the message. */
const isWholeClient = (text: string) =>
  text.indexOf(')') === text.length - 1 && text.includes(' (');

/** One unnamed field is known to stand between internal id and path; more are not expected. */
const EXPECTED_UNKNOWN_FIELDS = 1;

function findFaults(reason: DenialReason, who: Who): readonly DenialFault[] {
  const faults: DenialFault[] = [];
  if (reason === 'other') faults.push('reasonUnknown');
  if (who.client === null) faults.push('clientMissing');
  if (who.user === null) faults.push('userMissing');
  if (who.unknownFields.length > EXPECTED_UNKNOWN_FIELDS) faults.push('unknownFields');
  return faults;
}
