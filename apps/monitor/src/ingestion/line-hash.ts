import { hash } from 'node:crypto';

const HEX_DIGITS_OF_48_BITS = 12;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * First 48 bits of the SHA-256 of a line without its end, so that a copy with other line ends is
 * the same line. Read together with the stamp: equal by chance is out of question.
 */
export function hashLine(line: Uint8Array): number {
  let end = line.length;
  if (line[end - 1] === LINE_FEED) end--;
  if (line[end - 1] === CARRIAGE_RETURN) end--;
  return Number.parseInt(hash('sha256', line.subarray(0, end)).slice(0, HEX_DIGITS_OF_48_BITS), 16);
}
