import type { LineDecoder } from './decode-line.js';

/** The longest line that is decoded, in bytes. Longer ones are kept as a range only. */
export const MAX_LINE_BYTES = 64 * 1024;

const NUL = 0x00;

/** One physical line and where it stands. The ranges of all lines together cover the block. */
export type RawLine = TextLine | FaultyLine;

/** Where a line stands in its file. */
export interface LineRange {
  /** Position of the first byte in the file. */
  readonly byteOffset: number;
  /** Bytes including the end of line. */
  readonly byteLength: number;
}

interface TextLine extends LineRange {
  /** The text without its end of line. */
  readonly text: string;
  /** Whether the text was read in the fallback encoding. */
  readonly isFallback: boolean;
  readonly fault: null;
}

interface FaultyLine extends LineRange {
  readonly text: null;
  readonly fault: 'tooLong' | 'undecodable' | 'nulBytes';
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
  const lines: RawLine[] = [];
  for (let from = 0; ;) {
    const lineEnd = options.decoder.findLineEnd(block, from);
    if (lineEnd === 0) return lines;
    const line = readRawLine(block, from, lineEnd, options);
    lines.push(line);
    from += line.byteLength;
  }
}

/** Reads the line from (inclusive) to (exclusive) its end, or the run of NUL bytes it begins with. */
export function readRawLine(
  block: Uint8Array,
  from: number,
  lineEnd: number,
  { blockOffset, decoder }: SplitOptions,
): RawLine {
  const byteOffset = blockOffset + from;
  const nuls = decoder.unitBytes === 1 ? countNuls(block, from) : 0;
  if (nuls > 0) return toFault(byteOffset, nuls, 'nulBytes');
  const byteLength = lineEnd - from;
  if (byteLength > MAX_LINE_BYTES) return toFault(byteOffset, byteLength, 'tooLong');
  const bytes = block.subarray(from, lineEnd);
  const main = decoder.decode(bytes);
  const text = main ?? decoder.decodeFallback(bytes);
  if (text === undefined) return toFault(byteOffset, byteLength, 'undecodable');
  // A line with a hole in it, as a power cut leaves them, says nothing that can be trusted.
  if (text.includes('\0')) return toFault(byteOffset, byteLength, 'nulBytes');
  return {
    byteOffset,
    byteLength,
    text: withoutLineEnd(text),
    isFallback: main === undefined,
    fault: null,
  };
}

function toFault(byteOffset: number, byteLength: number, fault: FaultyLine['fault']): FaultyLine {
  return { byteOffset, byteLength, text: null, fault };
}

/** How many NUL bytes stand at `from`. */
export function countNuls(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === NUL) at++;
  return at - from;
}

function withoutLineEnd(text: string): string {
  return text.slice(0, text.endsWith('\r\n') ? -2 : -1);
}
