import { isContinuation } from './continuation.js';
import { parseDenial } from './parse-denial.js';
import { parseLevelAndCategory, parseStamp } from './parse-header.js';
import { parseMessage, toMessage } from './parse-message.js';
import type { LineHeader, MalformedLine, MalformedReason, ParsedLine } from './parsed-line.js';
import { parseUsage } from './parse-usage.js';

/** Makes the value of a line that is not understood. */
export const malformed = (reason: MalformedReason): MalformedLine => ({
  type: 'malformed',
  reason,
});

/**
 * Reads one line of a licence server's log, without its end of line. Never throws, whatever the
 * text.
 *
 * @example
 * parseLine('2025/05/19 07:58:02:114 I STARTSERVER Server version 6.425.4 built on 230502184536').type // 'serverStart'
 */
export function parseLine(text: string): ParsedLine {
  const stamp = parseStamp(text);
  if ('fault' in stamp) {
    if (stamp.fault === 'badTimestamp') return malformed('badTimestamp');
    return isContinuation(text) ? { type: 'continuation', text } : malformed('noHeader');
  }
  const head = parseLevelAndCategory(text);
  if (head === undefined) return malformed('badHeader');
  const header = { wallAt: stamp.wallAt, level: head.level, category: head.category };
  return parseText(header, text.slice(head.messageFrom));
}

function parseText(header: LineHeader, text: string): ParsedLine {
  switch (header.category) {
    case 'USGTRACING':
      return parseUsage(header, text) ?? toMessage(header, 'usageNotUnderstood', text);
    case 'LICENSESERV':
      return parseDenial(header, text) ?? toOther(header, text);
    default:
      return parseMessage(header, text);
  }
}

/** The category of refusals holds other texts too. */
function toOther(header: LineHeader, text: string): ParsedLine {
  return text.includes('not granted')
    ? toMessage(header, 'denialNotUnderstood', text)
    : parseMessage(header, text);
}
