import { malformed, parseLine } from '../lines/parse-line.js';
import type { ParsedLine } from '../lines/parsed-line.js';
import { createLineDecoder, type LineDecoder } from './decode-line.js';
import { readRawLine, type RawLine } from './split-lines.js';
import { UsageMemo } from './usage-memo.js';

/**
 * Takes a line: what it says, the position of its first byte in the file, and its length in bytes
 * with its end of line. It is called in the order of the file.
 */
export type LineVisitor = (line: ParsedLine, byteOffset: number, byteLength: number) => void;

/**
 * Turns blocks of bytes into lines. One parser may read many files: what it remembers makes it
 * fast and changes no result.
 */
export class BlockParser {
  private readonly memo = new UsageMemo();

  constructor(private readonly decoder: LineDecoder = createLineDecoder()) {}

  /**
   * Reads the whole lines of a block. What follows the last line feed is left out: it is a line
   * only when its end arrives.
   *
   * @param blockOffset Position of the block's first byte in its file, where a line begins.
   * @returns How many bytes were read: the next block begins there.
   */
  parseBlock(block: Uint8Array, blockOffset: number, visit: LineVisitor): number {
    const { memo, decoder } = this;
    const options = { blockOffset, decoder };
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    let from = 0;
    while (from < block.length) {
      const lineEnd = decoder.findLineEnd(block, from);
      if (lineEnd === 0) break;
      const event = memo.find(view, from, lineEnd);
      if (event !== undefined) {
        visit(event, blockOffset + from, lineEnd - from);
        from = lineEnd;
        continue;
      }
      const raw = readRawLine(block, from, lineEnd, options);
      const line = parseRawLine(raw);
      visit(line, raw.byteOffset, raw.byteLength);
      if ('sessionId' in line && raw.text !== null && !raw.isFallback)
        memo.learn(view, from, lineEnd, line);
      from += raw.byteLength;
    }
    return from;
  }
}

/** Reads a line as `splitLines` cut it; bytes that are no text are malformed. */
export function parseRawLine(line: RawLine): ParsedLine {
  return line.text === null ? malformed(line.fault) : parseLine(line.text);
}
