import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SimulatedLicenseServer, type LogLine, type Scenario } from '@license-monitor/log-synth';

/** Text is collected up to this size before it is written, in characters. */
const BUFFER_LENGTH = 256 * 1024;

export interface SimulateOptions {
  readonly directory: string;
  readonly scenario: Scenario;
  readonly lineEnd: '\n' | '\r\n';
  /** Lines later than this are written when their time has come; null writes all at once. */
  readonly realTimeFrom: number | null;
  /** Where the truth goes as JSON; null for nowhere. */
  readonly truthFile: string | null;
  readonly now: () => number;
  /** Called once everything up to `realTimeFrom` is written. */
  readonly onPastWritten?: () => void;
  /** Ends a run in real time. */
  readonly signal: AbortSignal;
}

/** How much was written. */
export interface Simulated {
  readonly files: number;
  readonly lines: number;
}

/** Writes the log files of a simulated licence server: the past at once, the rest in real time. */
export async function simulateLogs(options: SimulateOptions): Promise<Simulated> {
  const { directory, scenario, truthFile, signal } = options;
  mkdirSync(directory, { recursive: true });
  let isPast = options.realTimeFrom !== null;
  const server = new SimulatedLicenseServer(scenario, { keepSessions: truthFile !== null });
  const writer = new LogFileWriter(directory, options.lineEnd);
  try {
    for (let line = server.next(); line !== undefined; line = server.next()) {
      if (isPast && line.at > (options.realTimeFrom ?? 0)) {
        isPast = false;
        writer.flush();
        options.onPastWritten?.();
      }
      if (!(await waitFor(line, writer, options)) || signal.aborted) break;
      writer.write(line);
    }
  } finally {
    writer.close();
  }
  if (truthFile !== null) writeFileSync(truthFile, `${JSON.stringify(server.truth())}\n`);
  return { files: writer.files, lines: writer.lines };
}

/** Waits until a line is due; false when the run was ended meanwhile. */
async function waitFor(
  line: LogLine,
  writer: LogFileWriter,
  { realTimeFrom, now, signal }: SimulateOptions,
): Promise<boolean> {
  if (realTimeFrom === null || line.at <= realTimeFrom) return true;
  const waitMs = line.at - now();
  if (waitMs <= 0) return true;
  writer.flush();
  // An abort ends the wait by an error, which is how timers say it.
  return sleep(waitMs, true, { signal }).catch(() => false);
}

/** Appends lines to the file that each names; buffers while lines come fast. */
class LogFileWriter {
  files = 0;
  lines = 0;
  private file: string | undefined;
  private descriptor: number | undefined;
  private buffer: string[] = [];
  private buffered = 0;

  constructor(
    private readonly directory: string,
    private readonly lineEnd: string,
  ) {}

  write({ file, text }: LogLine): void {
    if (file !== this.file) this.open(file);
    this.buffer.push(text, this.lineEnd);
    this.buffered += text.length;
    this.lines++;
    if (this.buffered > BUFFER_LENGTH) this.flush();
  }

  flush(): void {
    if (this.descriptor === undefined || this.buffer.length === 0) return;
    writeSync(this.descriptor, this.buffer.join(''));
    this.buffer = [];
    this.buffered = 0;
  }

  close(): void {
    this.flush();
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }

  private open(file: string): void {
    this.close();
    this.descriptor = openSync(join(this.directory, file), 'a');
    this.file = file;
    this.files++;
  }
}
