import type { ClientRef } from './parsed-line';

/**
 * Takes `HOST (43A1189D67F4F3A9-0a174112.1)` apart. Text without parentheses is a host alone.
 * The computer id is hardware id, `-`, IPv4 in hexadecimal, and on some systems `.` display.
 */
export function parseClient(text: string): ClientRef {
  const open = text.lastIndexOf(' (');
  if (open < 0 || !text.endsWith(')')) return { host: text, computerId: null, display: null };
  const computerId = text.slice(open + 2, -1);
  const dot = computerId.lastIndexOf('.');
  return {
    host: text.slice(0, open).trimEnd(),
    computerId,
    display: dot < 0 ? null : computerId.slice(dot + 1),
  };
}

/** Whether a field looks like `text (text)`. */
export function isClientText(text: string): boolean {
  return text.endsWith(')') && text.indexOf(' (') > 0;
}

/** Whether a field is an IPv4 or IPv6 literal. */
export function isIpLiteral(text: string): boolean {
  return (
    text.length <= 45 && (IPV4.test(text) || (text.includes(':') && IPV6_CHARACTERS.test(text)))
  );
}

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IPV6_CHARACTERS = /^[\da-f:.]+(?:%\w+)?$/i;
