import type { LineDecoder } from './decode-line';

/** The longest line that is decoded, in bytes. Longer ones are kept as a range only. */
export const MAX_LINE_BYTES = 64 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const NUL = 0x00;

/** One physical line and where it stands. The ranges of all lines together cover the block. */
export interface RawLine {
  /** Position of the first byte in the file. */
  readonly byteOffset: number;
  /** Bytes including the end of line. */
  readonly byteLength: number;
  /** The text without its end of line; null when the bytes are no line, see `fault`. */
  readonly text: string | null;
  readonly fault: 'tooLong' | 'undecodable' | 'nulBytes' | null;
}

export interface SplitOptions {
  /** Position of the block's first byte in its file. */
  readonly blockOffset: number;
  readonly decoder: LineDecoder;
}

/**
 * Splits a block of bytes into its whole lines. What follows the last line feed is left out: it
 * is a line only when its end arrives.
 *
 * Lines end in LF or CRLF. A run of NUL bytes before a line, as a writer leaves it that does not
 * append after a truncation, is a range of its own, so the line behind it is not lost.
 */
export function splitLines(block: Uint8Array, options: SplitOptions): RawLine[] {
  const end = block.lastIndexOf(LINE_FEED) + 1;
  if (end === 0) return [];
  const whole = block.subarray(0, end);
  const text = options.decoder.decodeUtf8(whole);
  // The decoder drops a byte-order mark, so line feeds still match one to one.
  return text === undefined || whole.includes(NUL)
    ? splitBytewise(whole, options)
    : splitDecoded(whole, text, options.blockOffset);
}

/** The block is clean UTF-8: decode once, cut the text and the bytes side by side. */
function splitDecoded(whole: Uint8Array, text: string, blockOffset: number): RawLine[] {
  const lines: RawLine[] = [];
  let from = 0;
  let textFrom = 0;
  while (from < whole.length) {
    const lineFeed = whole.indexOf(LINE_FEED, from);
    const textLineFeed = text.indexOf('\n', textFrom);
    const byteLength = lineFeed + 1 - from;
    const isTooLong = byteLength > MAX_LINE_BYTES;
    const textEnd =
      text.charCodeAt(textLineFeed - 1) === CARRIAGE_RETURN ? textLineFeed - 1 : textLineFeed;
    lines.push({
      byteOffset: blockOffset + from,
      byteLength,
      text: isTooLong ? null : text.slice(textFrom, Math.max(textFrom, textEnd)),
      fault: isTooLong ? 'tooLong' : null,
    });
    from = lineFeed + 1;
    textFrom = textLineFeed + 1;
  }
  return lines;
}

/** Some line is not UTF-8: decode each line by itself. */
function splitBytewise(whole: Uint8Array, options: SplitOptions): RawLine[] {
  const lines: RawLine[] = [];
  let from = 0;
  while (from < whole.length) {
    const start = skipNuls(whole, from);
    if (start > from) {
      lines.push({
        byteOffset: options.blockOffset + from,
        byteLength: start - from,
        text: null,
        fault: 'nulBytes',
      });
      from = start;
      continue;
    }
    const lineFeed = whole.indexOf(LINE_FEED, from);
    lines.push(
      decodeOne(whole.subarray(from, lineFeed + 1), options.blockOffset + from, options.decoder),
    );
    from = lineFeed + 1;
  }
  return lines;
}

function skipNuls(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === NUL) at++;
  return at;
}

function decodeOne(line: Uint8Array, byteOffset: number, decoder: LineDecoder): RawLine {
  const byteLength = line.length;
  if (byteLength > MAX_LINE_BYTES) return { byteOffset, byteLength, text: null, fault: 'tooLong' };
  // A line with a hole in it, as a power cut leaves them, says nothing that can be trusted.
  if (line.includes(NUL)) return { byteOffset, byteLength, text: null, fault: 'nulBytes' };
  const end = line[byteLength - 2] === CARRIAGE_RETURN ? byteLength - 2 : byteLength - 1;
  const text = decoder.decode(line.subarray(0, end));
  return text === undefined
    ? { byteOffset, byteLength, text: null, fault: 'undecodable' }
    : { byteOffset, byteLength, text, fault: null };
}
