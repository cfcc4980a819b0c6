import { open } from 'node:fs/promises';
import { MAX_LINE_BYTES, type Anonymiser, type LineDecoder } from '../index.js';
import { readContent } from './read-content.js';
import type { ReadLogOptions } from './read-log.js';

/** The copy of a log, as text whose pieces are whole lines, but for an unfinished last one. */
export interface AnonymisedLog extends AsyncIterable<string> {
  /** How many lines the latest iteration has copied so far. */
  readonly lines: number;
  /**
   * How many lines it has left out, for what they say is not known: longer than `MAX_LINE_BYTES`,
   * or no text in the encoding of the log.
   */
  readonly leftOut: number;
}

/**
 * Copies a log, also one compressed by gzip, with tokens in place of names (see `Anonymiser`), in
 * constant memory but for the tokens. Every line ends as it did; the encoding of the copy is that of
 * whoever writes it.
 *
 * @throws NotALogError and Error as `readLog` does, from the iteration.
 *
 * @example
 * await pipeline(anonymiseLog(path, new Anonymiser(key)), createWriteStream(copy));
 */
export function anonymiseLog(
  path: string,
  anonymiser: Anonymiser,
  options: ReadLogOptions = {},
): AnonymisedLog {
  return new LogCopy(path, anonymiser, options);
}

class LogCopy implements AnonymisedLog {
  lines = 0;
  leftOut = 0;
  /** The unfinished line. */
  private rest: Uint8Array = new Uint8Array();
  /** Whether the beginning of the unfinished line was thrown away, as it is too long. */
  private isSkipping = false;

  constructor(
    private readonly path: string,
    private readonly anonymiser: Anonymiser,
    private readonly options: ReadLogOptions,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const { fallback, signal } = this.options;
    this.lines = this.leftOut = 0;
    this.rest = new Uint8Array();
    this.isSkipping = false;
    signal?.throwIfAborted();
    const file = await open(this.path);
    try {
      let last: LineDecoder | undefined;
      for await (const { bytes, decoder } of readContent(file, this.path, fallback)) {
        signal?.throwIfAborted();
        last = decoder;
        yield this.copyChunk(bytes, decoder);
      }
      if (last !== undefined && (this.isSkipping || this.rest.length > 0)) {
        yield this.copyLine(this.rest, last);
      }
    } finally {
      await file.close();
    }
  }

  private copyChunk(chunk: Uint8Array, decoder: LineDecoder): string {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let copy = '';
    let from = 0;
    for (let to; (to = decoder.findLineEnd(bytes, from)) > 0; from = to) {
      copy += this.copyLine(bytes.subarray(from, to), decoder);
      this.isSkipping = false;
    }
    const rest = bytes.subarray(from);
    this.isSkipping ||= rest.length > MAX_LINE_BYTES;
    // Of what is thrown away half a code unit is held, or the end of the line would not be found.
    const half = rest.length % decoder.unitBytes;
    this.rest = Uint8Array.from(this.isSkipping ? rest.subarray(rest.length - half) : rest);
    return copy;
  }

  private copyLine(bytes: Uint8Array, decoder: LineDecoder): string {
    const isTooLong = this.isSkipping || bytes.length > MAX_LINE_BYTES;
    const text = isTooLong ? undefined : (decoder.decode(bytes) ?? decoder.decodeFallback(bytes));
    if (text === undefined) {
      this.leftOut++;
      return '';
    }
    this.lines++;
    return this.anonymiseText(text);
  }

  /** NUL bytes that a writer left before a line are no part of it, and neither is its end. */
  private anonymiseText(text: string): string {
    const lineAt = text.length - text.replace(/^\0+/, '').length;
    const line = text.slice(lineAt).replace(/\r?\n$/, '');
    const end = text.slice(lineAt + line.length);
    return text.slice(0, lineAt) + this.anonymiser.anonymiseLine(line) + end;
  }
}
