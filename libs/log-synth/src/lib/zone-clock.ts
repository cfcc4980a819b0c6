import { DAY_MS, HOUR_MS } from './durations';

/** Offsets of the zones of our day change on whole quarters of an hour of UTC only, and never twice a day. */
const QUARTER_MS = 900_000;
const QUARTERS_A_DAY = DAY_MS / QUARTER_MS;
const REMEMBERED_QUARTERS = 4_096;

/** The longest stretch of wall clock that a backward change repeats. */
const LONGEST_FOLD_MS = 2 * HOUR_MS;

/**
 * The wall clock of an IANA zone. "Wall" numbers are milliseconds that read as the local date and time
 * when taken for UTC; they are not instants and repeat when the clock is put back.
 */
export class ZoneClock {
  readonly zone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();
  #quarter = Number.NaN;
  #offset = 0;
  #foldQuarter = Number.NaN;
  #isNearFold = false;

  /** @param zone an IANA zone name; an unknown one throws a RangeError. */
  constructor(zone: string) {
    this.zone = zone;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Milliseconds the wall clock is ahead of UTC at an instant (epoch ms). */
  offsetAt(instant: number): number {
    const quarter = Math.floor(instant / QUARTER_MS);
    if (quarter !== this.#quarter) {
      this.#offset = this.#offsetOfQuarter(quarter);
      this.#quarter = quarter;
    }
    return this.#offset;
  }

  /** The wall clock at an instant (epoch ms). */
  wallAt(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** An instant (epoch ms) at which the clock reads this wall time; near it where a change skips the time. */
  instantOf(wall: number): number {
    const guess = wall - this.offsetAt(wall);
    return wall - this.offsetAt(guess);
  }

  /** Whether the wall clock at this instant may be read a second time, or may have been read before. */
  isNearFold(instant: number): boolean {
    const quarter = Math.floor(instant / QUARTER_MS);
    if (quarter !== this.#foldQuarter) {
      const offset = this.offsetAt(instant);
      this.#isNearFold =
        this.offsetAt(instant - LONGEST_FOLD_MS) > offset ||
        this.offsetAt(instant + LONGEST_FOLD_MS) < offset;
      this.#foldQuarter = quarter;
    }
    return this.#isNearFold;
  }

  /** Intl is slow: a day that begins and ends with the same offset has no other between. */
  #offsetOfQuarter(quarter: number): number {
    const midnight = Math.floor(quarter / QUARTERS_A_DAY) * QUARTERS_A_DAY;
    const offset = this.#askOnce(midnight);
    const isQuiet = offset === this.#askOnce(midnight + QUARTERS_A_DAY);
    return isQuiet ? offset : this.#askOnce(quarter);
  }

  #askOnce(quarter: number): number {
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    if (this.#offsets.size >= REMEMBERED_QUARTERS) this.#offsets.clear();
    const offset = this.#askIntl(quarter * QUARTER_MS);
    this.#offsets.set(quarter, offset);
    return offset;
  }

  #askIntl(instant: number): number {
    const fields: Record<string, number> = {};
    for (const part of this.#format.formatToParts(instant)) fields[part.type] = Number(part.value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  }
}

/** The number of the local day of a wall time, counted from 1970-01-01. */
export function dayOf(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

/** The number of the local week (Monday to Sunday) of a wall time, counted from 1969-12-29. */
export function weekOf(wall: number): number {
  return Math.floor((dayOf(wall) + 3) / 7);
}

/** Whether a local day is a Saturday or a Sunday. */
export function isWeekend(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 >= 5;
}
