import type { ClientRef } from './parsed-line.js';

/**
 * Takes `HOST (43A1189D67F4F3A9-0a174112.1)` apart. Text without parentheses is a host alone.
 * The computer id is hardware id, `-`, IPv4 in hexadecimal, and on some systems `.` display
 * (log-format.md §2.4).
 */
export function parseClient(text: string): ClientRef {
  const open = text.lastIndexOf(' (');
  if (open < 0 || !text.endsWith(')')) {
    return { host: text, computerId: null, hardwareId: null, ipv4: null, display: null };
  }
  const computerId = text.slice(open + 2, -1);
  const dot = computerId.lastIndexOf('.');
  const display = dot < 0 ? '' : computerId.slice(dot + 1);
  const hasDisplay = /^\d*$/.test(display);
  const machineEnd = dot >= 0 && hasDisplay ? dot : computerId.length;
  const dash = computerId.lastIndexOf('-', machineEnd);
  const hardwareId = computerId.slice(0, Math.max(0, dash));
  return {
    host: text.slice(0, open).trimEnd(),
    computerId,
    hardwareId: isHex16(hardwareId) ? hardwareId : null,
    ipv4: dash < 0 ? null : parseHexAddress(computerId.slice(dash + 1, machineEnd)),
    display: (hasDisplay && display) || null,
  };
}

/** Whether a text is 16 hexadecimal digits, as session and hardware ids are. */
export function isHex16(text: string): boolean {
  return text.length === 16 && HEX.test(text);
}

const HEX = /^[\da-f]+$/i;

/** Reads `0a174112` as `10.23.65.18`; null where the text is not eight hexadecimal digits. */
export function parseHexAddress(text: string): string | null {
  return text.length === 8 && HEX.test(text) ? toDotted(text) : null;
}

/** The dotted form of an IPv4 address of eight hexadecimal digits. */
export function toDotted(hex: string): string {
  const value = Number.parseInt(hex, 16);
  return `${value >>> 24}.${(value >>> 16) & 0xff}.${(value >>> 8) & 0xff}.${value & 0xff}`;
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
