import type { WallMs } from '../lines/parsed-line.js';

const QUARTER_HOUR_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** What a wall clock reading can mean in a zone. */
export interface WallReading {
  /** UTC milliseconds to subtract from the wall clock: the earlier meaning, the later meaning. */
  readonly earlierOffsetMs: number;
  readonly laterOffsetMs: number;
  readonly kind: 'unique' | 'ambiguous' | 'skipped';
}

/**
 * The offsets of one IANA zone, remembered per quarter of an hour: no zone has changed its offset
 * inside a quarter since the product exists.
 */
export class ZoneOffsets {
  private readonly format: Intl.DateTimeFormat;
  private readonly byQuarter = new Map<number, WallReading>();
  private lastQuarter = Number.NaN;
  private lastReading: WallReading = { earlierOffsetMs: 0, laterOffsetMs: 0, kind: 'unique' };

  /**
   * @param zone IANA name, for example `Europe/Paris`.
   * @throws RangeError when the zone is not known.
   */
  constructor(readonly zone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
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

  /** Says what a wall clock reading can mean here. */
  readWall(wallAt: WallMs): WallReading {
    const quarter = Math.floor(wallAt / QUARTER_HOUR_MS);
    if (quarter === this.lastQuarter) return this.lastReading;
    let reading = this.byQuarter.get(quarter);
    if (reading === undefined) {
      reading = this.findReading(quarter * QUARTER_HOUR_MS);
      this.byQuarter.set(quarter, reading);
    }
    this.lastQuarter = quarter;
    this.lastReading = reading;
    return reading;
  }

  /** Offset of the zone at an instant: wall clock minus UTC, in milliseconds. */
  offsetAt(utc: number): number {
    // The format names all of these parts, so each is there.
    const part = {} as Record<Intl.DateTimeFormatPartTypes, number>;
    for (const { type, value } of this.format.formatToParts(utc)) part[type] = Number(value);
    const { year, month, day, hour, minute, second } = part;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    return wall - Math.floor(utc / 1000) * 1000;
  }

  private findReading(wallAt: WallMs): WallReading {
    // A day to either side lies beyond any transition that can make this reading odd.
    const before = this.offsetAt(wallAt - DAY_MS);
    const after = this.offsetAt(wallAt + DAY_MS);
    if (before === after) {
      return { earlierOffsetMs: before, laterOffsetMs: before, kind: 'unique' };
    }
    const isBefore = this.offsetAt(wallAt - before) === before;
    const isAfter = this.offsetAt(wallAt - after) === after;
    if (isBefore && isAfter) {
      return { earlierOffsetMs: before, laterOffsetMs: after, kind: 'ambiguous' };
    }
    // A skipped reading keeps running on the old offset, as a clock does that was not put forward.
    const offset = isAfter ? after : before;
    const kind = isBefore || isAfter ? 'unique' : 'skipped';
    return { earlierOffsetMs: offset, laterOffsetMs: offset, kind };
  }
}
