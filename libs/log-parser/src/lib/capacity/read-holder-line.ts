import { parseProgram } from '../lines/parse-program.js';
import type { CapacityFault } from './capacity-fault.js';
import { readValues } from './label-pairs.js';
import type { LicenseUse } from './license-usage.js';
import { MACHINE_SEPARATOR } from '../lines/machine.js';
import { parseMachine } from './parse-machine.js';
import { parseWallDate, type WallDate } from './parse-tool-date.js';
import { parseWholeNumber } from '../lines/parse-values.js';
import type { AdminLine } from './transcript.js';

const INTERNAL_ID = 'internal Id:';
const GRANTED = 'granted since:';

const VERSION = /^\d+(?:\.\d+)+$/;
const SESSION_ID = /^[\dA-F]{6,20}$/;

/** Whether a line names by whom a licence is held. */
export const isHolderLine = (line: AdminLine): boolean =>
  line.text.trimStart().startsWith(INTERNAL_ID);

/** Whether a line names a process that uses a licence. */
export const isProcessLine = (line: AdminLine): boolean =>
  line.text.includes(MACHINE_SEPARATOR) && line.text.includes(GRANTED) && !isHolderLine(line);

/**
 * Reads by whom a licence is held:
 *
 *     internal Id: ALICE@…  granted since:  3/21/16 9:15:43 AM  last used at: …  by user: alice on host: WS-0042 (41A0…)/10.0.0.42
 */
export function readHolderLine({ text }: AdminLine): LicenseUse {
  const [internalId, granted, used, user, host] = readValues(text, [
    INTERNAL_ID,
    GRANTED,
    'last used at:',
    'by user:',
    'on host:',
  ]);
  return {
    ...parseMachine(host ?? ''),
    user: user ?? null,
    internalId: internalId ?? null,
    ...parseProgram(null),
    clientVersion: null,
    sessionId: null,
    quantity: null,
    casualMinutes: null,
    grantedSince: toDate(granted),
    lastUsedAt: toDate(used),
    grantedAt: null,
    faults: [],
  };
}

/**
 * Reads a process that uses a licence:
 *
 *     WS-0042 (41A0…)/10.0.0.42  alice   C:\…\CNEXT.exe  6.424  00000196E721C6C0 granted since: … tokens: 4
 */
export function readProcessLine({ lineNumber, text }: AdminLine): LicenseUse {
  const [machine, rest] = cutMachine(text);
  const [granted, tokens] = readValues(rest, [GRANTED, 'tokens:']);
  const quantity = parseWholeNumber(tokens ?? null);
  const [user, program] = cutUser(rest.slice(0, rest.indexOf(GRANTED)).trim());
  const [versioned, sessionId] = cutLastWord(program, SESSION_ID);
  const [path, clientVersion] = cutLastWord(versioned, VERSION);
  const faults: CapacityFault[] = [];
  if (tokens && quantity === null) {
    faults.push({ kind: 'numberUnreadable', lineNumber, text: `tokens: ${tokens}` });
  }
  return {
    ...parseMachine(machine),
    user: user || null,
    internalId: null,
    ...parseProgram(path || null),
    clientVersion,
    sessionId,
    quantity,
    casualMinutes: null,
    grantedSince: toDate(granted),
    lastUsedAt: null,
    grantedAt: null,
    faults,
  };
}

/** Gives a process what its holder's line says: the licence is older than the process. */
export function joinHolder(holder: LicenseUse, process: LicenseUse): LicenseUse {
  const { internalId, grantedSince, lastUsedAt } = holder;
  return { ...process, internalId, grantedSince, lastUsedAt, grantedAt: process.grantedSince };
}

const toDate = (text: string | null | undefined): WallDate | null =>
  text ? parseWallDate(text) : null;

/** The machine ends with its address, or where the address would begin. */
function cutMachine(text: string): readonly [machine: string, rest: string] {
  const addressFrom = text.indexOf(MACHINE_SEPARATOR) + MACHINE_SEPARATOR.length;
  const length = text.slice(addressFrom).search(/\s/);
  const end = length < 0 ? text.length : addressFrom + length;
  return [text.slice(0, end), text.slice(end)];
}

/** Two blanks end the user, whose name may hold one; where there are none before the path, one. */
function cutUser(text: string): readonly [user: string, rest: string] {
  const padded = text.indexOf('  ');
  const isPadded = padded >= 0 && !/[/\\]/.test(text.slice(0, padded));
  const single = text.indexOf(' ');
  const end = isPadded ? padded : single < 0 ? text.length : single;
  return [text.slice(0, end), text.slice(end).trim()];
}

/** Cuts the last word off where it has the shape; null where it has not. */
function cutLastWord(text: string, shape: RegExp): readonly [rest: string, word: string | null] {
  const from = text.lastIndexOf(' ') + 1;
  const word = text.slice(from);
  return shape.test(word) ? [text.slice(0, from).trim(), word] : [text, null];
}
