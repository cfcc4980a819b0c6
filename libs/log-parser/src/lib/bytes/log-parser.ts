import type { ParsedLine } from '../lines/parsed-line.js';
import { malformed } from '../lines/parse-line.js';
import { PARSER_VERSION } from '../version.js';
import { createLineDecoder, type LineDecoder } from './decode-line.js';
import { BlockParser } from './parse-block.js';
import { countNuls, MAX_LINE_BYTES, type LineRange } from './split-lines.js';

/** A line of a file and where it stands. */
export interface LocatedLine extends LineRange {
  readonly line: ParsedLine;
  /**
   * Where the record begins that the line belongs to: its own position, for a continuation that of
   * the record before it. Null for a line that is not understood, and for what continues one.
   */
  readonly recordOffset: number | null;
}

/** How much of a log was read as what. The bytes of all classes add up to the bytes read. */
export interface ParseSummary {
  readonly parserVersion: number;
  readonly bytes: number;
  readonly classes: Readonly<Partial<Record<ParsedLine['type'], LineCount>>>;
}

export interface LineCount {
  readonly lines: number;
  readonly bytes: number;
}

export interface LogParserOptions {
  /** What the lines are written in; UTF-8, else Windows-1252, by default. */
  readonly decoder?: LineDecoder;
  /** Position of the first byte that will be given, where a line begins; 0 by default. */
  readonly byteOffset?: number;
}

const NO_BYTES = new Uint8Array();

/**
 * Reads one log that arrives in chunks of any size, cut anywhere. Holds at most one unfinished line
 * of up to `MAX_LINE_BYTES`.
 *
 * @example
 * const parser = new LogParser();
 * const lines = [...parser.parseChunk(bytes), ...parser.end()];
 */
export class LogParser {
  private readonly decoder: LineDecoder;
  private readonly parser: BlockParser;
  private readonly classes: Partial<Record<ParsedLine['type'], { lines: number; bytes: number }>> =
    {};
  private readonly startOffset: number;
  /** Position behind the last line that was given out. */
  private byteOffset: number;
  /** NUL bytes before the unfinished line. */
  private nuls = 0;
  /** Bytes of an unfinished line that is already too long; they are not held. */
  private skipped = 0;
  /** The unfinished line. */
  private rest: Uint8Array = NO_BYTES;
  private recordOffset: number | null = null;
  private lines: LocatedLine[] = [];

  constructor({ decoder = createLineDecoder(), byteOffset = 0 }: LogParserOptions = {}) {
    this.decoder = decoder;
    this.parser = new BlockParser(decoder);
    this.startOffset = this.byteOffset = byteOffset;
  }

  /** What was read so far. */
  get summary(): ParseSummary {
    return {
      parserVersion: PARSER_VERSION,
      bytes: this.byteOffset - this.startOffset,
      classes: this.classes,
    };
  }

  /** Reads a chunk and gives the lines that end in it. */
  parseChunk(chunk: Uint8Array): LocatedLine[] {
    let bytes = join(this.rest, chunk);
    this.rest = NO_BYTES;
    if (this.skipped > 0) bytes = this.skipLongLine(bytes);
    if (this.skipped === 0) this.parseLines(this.skipNuls(bytes));
    return this.takeLines();
  }

  /** Says that the log ends here. What has no end of line is given as not understood. */
  end(): LocatedLine[] {
    this.flushNuls();
    const length = this.skipped + this.rest.length;
    if (length > 0) this.push(malformed('unterminated'), this.byteOffset, length);
    this.skipped = 0;
    this.rest = NO_BYTES;
    return this.takeLines();
  }

  private parseLines(bytes: Uint8Array): void {
    const read = this.parser.parseBlock(bytes, this.byteOffset + this.nuls, (line, at, length) =>
      this.push(line, at, length),
    );
    const rest = read === 0 ? bytes : this.skipNuls(bytes.subarray(read));
    if (rest.length > MAX_LINE_BYTES) this.startSkipping(rest);
    else this.rest = Uint8Array.from(rest);
  }

  /** Forgets what is held of a line that is too long, but for half a code unit. */
  private startSkipping(bytes: Uint8Array): void {
    const half = bytes.length % this.decoder.unitBytes;
    this.skipped += bytes.length - half;
    this.rest = Uint8Array.from(bytes.subarray(bytes.length - half));
  }

  /** Looks for the end of a line that is too long; gives what stands behind it. */
  private skipLongLine(bytes: Uint8Array): Uint8Array {
    const lineEnd = this.decoder.findLineEnd(bytes, 0);
    if (lineEnd === 0) {
      this.startSkipping(bytes);
      return NO_BYTES;
    }
    this.push(malformed('tooLong'), this.byteOffset + this.nuls, this.skipped + lineEnd);
    this.skipped = 0;
    return bytes.subarray(lineEnd);
  }

  private skipNuls(bytes: Uint8Array): Uint8Array {
    if (this.decoder.unitBytes > 1) return bytes;
    const nuls = countNuls(bytes, 0);
    this.nuls += nuls;
    return bytes.subarray(nuls);
  }

  private flushNuls(): void {
    const { nuls } = this;
    this.nuls = 0;
    if (nuls > 0) this.push(malformed('nulBytes'), this.byteOffset, nuls);
  }

  private push(line: ParsedLine, byteOffset: number, byteLength: number): void {
    this.flushNuls();
    if (line.type === 'malformed') this.recordOffset = null;
    else if (line.type !== 'continuation') this.recordOffset = byteOffset;
    this.lines.push({ line, byteOffset, byteLength, recordOffset: this.recordOffset });
    const count = (this.classes[line.type] ??= { lines: 0, bytes: 0 });
    count.lines++;
    count.bytes += byteLength;
    this.byteOffset = byteOffset + byteLength;
  }

  private takeLines(): LocatedLine[] {
    const { lines } = this;
    this.lines = [];
    return lines;
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
