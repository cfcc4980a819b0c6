import { SECOND_MS } from './durations';
import type { LogEntry } from './log-entry';
import { fileStamp, WallStamp } from './wall-stamp';
import { weekOf, type ZoneClock } from './zone-clock';

/** One line of a log file. */
export interface LogLine {
  /** When it is written, epoch ms UTC; a continuation has the instant of the line it continues. */
  readonly at: number;
  /** Name of the file, without a directory. */
  readonly file: string;
  /** The line without its end of line. */
  readonly text: string;
}

/**
 * Gives entries their stamp and their file. Lines are in non-decreasing time, names of files strictly
 * increase, and no two licence lines are identical: one that would repeat is written a millisecond later.
 */
export class LogJournal {
  readonly #clock: ZoneClock;
  readonly #rotatesWeekly: boolean;
  readonly #stamp = new WallStamp();
  /** Licence lines that a later one could repeat. */
  readonly #recent: { readonly wall: number; readonly text: string }[] = [];
  #at = Number.NEGATIVE_INFINITY;
  #file = '';
  #fileWall = Number.NEGATIVE_INFINITY;
  #week = Number.NEGATIVE_INFINITY;

  constructor(clock: ZoneClock, rotatesWeekly: boolean) {
    this.#clock = clock;
    this.#rotatesWeekly = rotatesWeekly;
  }

  /** Writes an entry at an instant (epoch ms), or as soon after it as the order allows. */
  write(entry: LogEntry, now: number): LogLine {
    if (entry.form === 'continuation') {
      return { at: this.#at, file: this.#file, text: entry.text };
    }
    const at = this.#freeInstant(entry, Math.max(now, this.#at));
    const wall = this.#clock.wallAt(at);
    this.#at = at;
    if (entry.form === 'opening' || this.#isNewWeek(wall)) this.#openFile(wall);
    return { at, file: this.#file, text: this.#stamp.of(wall) + entry.text };
  }

  /**
   * A line can repeat only within its millisecond, or where the wall clock is put back: only the lines of
   * such times are remembered.
   */
  #freeInstant(entry: LogEntry, earliest: number): number {
    if (earliest > this.#at && !this.#clock.isNearFold(earliest)) this.#recent.length = 0;
    const { text, fact } = entry;
    if (fact === null) return earliest;
    let at = earliest;
    while (this.#isRepeated(this.#clock.wallAt(at), text)) at += 1;
    this.#recent.push({ wall: this.#clock.wallAt(at), text });
    return at;
  }

  #isRepeated(wall: number, text: string): boolean {
    return this.#recent.some((recent) => recent.wall === wall && recent.text === text);
  }

  #isNewWeek(wall: number): boolean {
    return this.#file === '' || (this.#rotatesWeekly && weekOf(wall) > this.#week);
  }

  #openFile(wall: number): void {
    const second = Math.floor(wall / SECOND_MS) * SECOND_MS;
    this.#fileWall = Math.max(second, this.#fileWall + SECOND_MS);
    this.#file = `LicenseServer${fileStamp(this.#fileWall)}.log`;
    this.#week = Math.max(this.#week, weekOf(wall));
  }
}
