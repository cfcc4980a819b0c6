import { parseDenial } from './parse-denial';
import { parseLevelAndCategory, parseStamp } from './parse-header';
import type {
  LineHeader,
  MalformedLine,
  MalformedReason,
  ParsedLine,
  ServerEvent,
} from './parsed-line';
import { parseUsage } from './parse-usage';
import type { RawLine } from './split-lines';

const malformed = (reason: MalformedReason): MalformedLine => ({ type: 'malformed', reason });

const NO_HEADER = malformed('noHeader');
const BAD_HEADER = malformed('badHeader');
const BAD_TIMESTAMP = malformed('badTimestamp');

/** Reads one line of a licence server's log. Never throws, whatever the text. */
export function parseLine(text: string): ParsedLine {
  const stamp = parseStamp(text);
  if ('fault' in stamp) {
    if (stamp.fault === 'badTimestamp') return BAD_TIMESTAMP;
    return isContinuation(text) ? { type: 'continuation', text } : NO_HEADER;
  }
  const head = parseLevelAndCategory(text);
  if (head === undefined) return BAD_HEADER;
  const message = text.slice(head.messageFrom);
  const header: LineHeader = {
    wallAt: stamp.wallAt,
    level: head.level,
    category: head.category,
  };
  return parseMessage(header, message) ?? { ...header, type: 'message', text: message };
}

/** Reads a line as `splitLines` cut it; bytes that are no text are malformed. */
export function parseRawLine(line: RawLine): ParsedLine {
  return line.text === null ? malformed(line.fault ?? 'undecodable') : parseLine(line.text);
}

function parseMessage(header: LineHeader, message: string): ParsedLine | undefined {
  switch (header.category) {
    case 'USGTRACING':
      return parseUsage(header, message);
    case 'LICENSESERV':
      return parseDenial(header, message);
    default:
      return parseServerEvent(header, message);
  }
}

/** What the server says of itself: category as a guard, text as *contains* (log-format.md §4). */
const SERVER_EVENTS: readonly (readonly [
  category: string,
  text: string,
  type: ServerEvent['type'],
])[] = [
  ['STARTSERVER', 'Server version', 'serverStart'],
  ['STOPSERVER', 'License server stopped', 'serverStop'],
  ['RUNTIMEDATA', 'System has been suspended', 'suspend'],
  ['RUNTIMEDATA', 'System has been resumed', 'resume'],
];

function parseServerEvent(header: LineHeader, message: string): ServerEvent | undefined {
  for (const [category, text, type] of SERVER_EVENTS) {
    if (header.category === category && message.includes(text)) {
      return { ...header, type, text: message };
    }
  }
  return undefined;
}

/**
 * Whether a line without a stamp continues the record before it: blank, indented, or a line of a
 * Java stack trace. Any other line without a stamp is not understood. The rule looks at the line
 * alone, so cutting a file anywhere changes nothing.
 */
function isContinuation(text: string): boolean {
  return text.trim() === '' || text[0] === ' ' || text[0] === '\t' || isStackTrace(text);
}

function isStackTrace(text: string): boolean {
  if (text.startsWith('Caused by: ')) return true;
  const name = text.slice(0, text.search(/[:\s]|$/));
  return /^(?:\w+\.)+\w+$/.test(name) && /(?:Exception|Error)$/.test(name);
}
