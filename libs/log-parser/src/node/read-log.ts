import { open, type FileHandle } from 'node:fs/promises';
import { LogParser, PARSER_VERSION, type LocatedLine, type ParseSummary } from '../index.js';
import { readContent } from './read-content.js';

/** How a log is read. */
export interface ReadLogOptions {
  /** Code page of 8-bit text that is not UTF-8, a WHATWG label; `windows-1252` by default. */
  readonly fallback?: string;
  /** Ends the reading: the next line is refused with the signal's reason, the file is closed. */
  readonly signal?: AbortSignal;
}

/** The lines of a log. Each iteration reads the file anew. */
export interface LogReading extends AsyncIterable<LocatedLine> {
  /** How much the latest iteration has read so far as what; of all lines when it has ended. */
  readonly summary: ParseSummary;
}

/**
 * Reads a log file, also one compressed by gzip (whatever its name), in constant memory. The file is
 * opened when the first line is asked for, and closed when the iteration ends, in whatever way.
 *
 * @throws NotALogError, from the iteration, when the file is none that holds lines.
 * @throws Error, after the last whole line, when a compressed file is cut off or damaged.
 *
 * @example
 * const log = readLog('LicenseServer.log');
 * for await (const { line } of log) if (line.type === 'denial') console.log(line.user);
 * console.log(log.summary);
 */
export function readLog(path: string, options: ReadLogOptions = {}): LogReading {
  return new LogReader(path, options);
}

class LogReader implements LogReading {
  private parser: LogParser | undefined;

  constructor(
    private readonly path: string,
    private readonly options: ReadLogOptions,
  ) {}

  get summary(): ParseSummary {
    return this.parser?.summary ?? { parserVersion: PARSER_VERSION, bytes: 0, classes: {} };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LocatedLine> {
    const { signal } = this.options;
    signal?.throwIfAborted();
    this.parser = undefined;
    const file = await open(this.path);
    try {
      for await (const lines of this.readBatches(file)) {
        for (const line of lines) {
          signal?.throwIfAborted();
          yield line;
        }
      }
    } finally {
      await file.close();
    }
  }

  private async *readBatches(file: FileHandle): AsyncGenerator<LocatedLine[]> {
    let parser: LogParser | undefined;
    for await (const { bytes, decoder } of readContent(file, this.path, this.options.fallback)) {
      this.parser = parser ??= new LogParser({ decoder });
      yield parser.parseChunk(bytes);
    }
    if (parser !== undefined) yield parser.end();
  }
}
