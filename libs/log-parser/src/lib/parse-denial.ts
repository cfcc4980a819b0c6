import { parseClient } from './parse-client';
import type { DenialEvent, DenialReason, LineHeader } from './parsed-line';

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
  return {
    wallAt: header.wallAt,
    level: header.level,
    category: header.category,
    type: 'denial',
    product,
    reasonText,
    reason: classifyReason(reasonText),
    ...readWho(whoAt < 0 ? '' : message.slice(whoAt + FROM_CLIENT.length)),
  };
}

function classifyReason(text: string): DenialReason {
  const lower = text.toLowerCase();
  for (const [reason, words] of REASONS) {
    if (words.some((word) => lower.includes(word))) return reason;
  }
  return 'other';
}

type Who = Pick<
  DenialEvent,
  'client' | 'ip' | 'user' | 'internalId' | 'executable' | 'unknownFields'
>;

/** `HOST (id)/ip|user|internal id|…|executable )`: pipes, and the path may stand anywhere. */
function readWho(text: string): Who {
  const trimmed = text.trimEnd();
  const inner = trimmed.endsWith(')') && !isWholeClient(trimmed) ? trimmed.slice(0, -1) : trimmed;
  const [machine = '', user, internalId, ...rest] = inner.trimEnd().split('|');
  const executable = rest.find(isPath) ?? null;
  return {
    ...readMachine(machine),
    user: user || null,
    internalId: internalId || null,
    executable,
    unknownFields: rest.filter((field) => field !== executable && field !== ''),
  };
}

/** `HOST (id)` alone: its parenthesis is not the one that closes the message. */
const isWholeClient = (text: string) =>
  text.indexOf(')') === text.length - 1 && text.includes(' (');

const isPath = (text: string) => text.includes('\\') || text.includes('/');

function readMachine(text: string): Pick<Who, 'client' | 'ip'> {
  if (text === '') return { client: null, ip: null };
  const slash = text.lastIndexOf(')/');
  if (slash < 0) return { client: parseClient(text), ip: null };
  return { client: parseClient(text.slice(0, slash + 1)), ip: text.slice(slash + 2) || null };
}
