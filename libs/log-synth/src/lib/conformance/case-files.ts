import type { LogEntry } from '../log-entry';
import { fileStamp, WallStamp } from '../wall-stamp';
import type { ZoneClock } from '../zone-clock';
import type { ConformanceFile } from './conformance-case';

/** The log files of one server, or of one member of a cluster. */
export class CaseFiles {
  readonly #folder: string;
  readonly #clock: ZoneClock;
  readonly #lineEnd: string;
  readonly #stamp = new WallStamp();
  readonly #lines = new Map<string, string[]>();
  #path = '';

  constructor(folder: string, clock: ZoneClock, lineEnd: '\n' | '\r\n') {
    this.#folder = folder;
    this.#clock = clock;
    this.#lineEnd = lineEnd;
  }

  /** Goes on in a new file, which has the name of this instant (UTC ms). */
  open(at: number): void {
    this.#path = `${this.#folder}/LicenseServer${fileStamp(this.#clock.wallAt(at))}.log`;
    if (this.#lines.has(this.#path)) throw new RangeError(`${this.#path} is there already.`);
    this.#lines.set(this.#path, []);
  }

  /** Writes a line with the server's wall time at an instant (UTC ms). */
  write(at: number, { text }: Pick<LogEntry, 'text'>): void {
    const lines = this.#lines.get(this.#path);
    if (lines === undefined) throw new RangeError(`The log of ${this.#folder} is not open.`);
    lines.push(this.#stamp.of(this.#clock.wallAt(at)) + text + this.#lineEnd);
  }

  /** The files in order of their names. */
  list(): ConformanceFile[] {
    return Array.from(this.#lines, ([path, lines]) => ({ path, text: lines.join('') }));
  }
}
