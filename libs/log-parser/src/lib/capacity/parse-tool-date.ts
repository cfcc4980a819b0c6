import type { WallMs } from '../lines/parsed-line.js';

/** A date as the tool prints it for a reader: local, its zone not stated. */
export interface WallDate {
  /** As it stands in the output. */
  readonly text: string;
  /** Null where the text is no date, or one whose order of day and month is not certain. */
  readonly wallAt: WallMs | null;
}

/** A date as the tool prints it with its zone, which is always UTC. */
export interface UtcDate {
  /** As it stands in the output. */
  readonly text: string;
  /** Milliseconds since 1970-01-01T00:00:00Z; null where the text is no date. */
  readonly at: number | null;
}

/**
 * The ways of writing that leave no doubt about the order of day and month: ISO, German, Chinese,
 * Japanese and Korean, and American, whose AM and PM are capitals (log-format.md §10.3, §10.4).
 */
const WALL_DATES = [
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)$/,
  /^(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4}),? (?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)$/,
  /^(?<year>\d{4})(?:\/|\. ?)(?<month>\d\d?)(?:\/|\. ?)(?<day>\d\d?)\.? ?(?<half>上午|下午|午前|午後|오전|오후) ?(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)$/,
  /^(?<month>\d\d?)\/(?<day>\d\d?)\/(?<year>\d{4}|\d\d),? (?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d) (?<half>AM|PM)$/,
];

const UTC_DATE = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)\.(?<hour>\d\d):(?<minute>\d\d)\.UTC$/;

const SECOND_HALF = new Set(['PM', '下午', '午後', '오후']);

/** Reads a date of `getLicenseUsage`, in any of the languages that leave no doubt. */
export function parseWallDate(text: string): WallDate {
  // Newer Java writes a narrow no-break space before AM and PM.
  const plain = text.replaceAll('\u{202f}', ' ').replaceAll('\u{a0}', ' ');
  for (const pattern of WALL_DATES) {
    const groups = pattern.exec(plain)?.groups as DateGroups | undefined;
    if (groups !== undefined) return { text, wallAt: toMs(groups) };
  }
  return { text, wallAt: null };
}

/** Reads a date of `getLicenseInfo`: `2024-12-30.23:59.UTC`. */
export function parseUtcDate(text: string): UtcDate {
  const groups = UTC_DATE.exec(text)?.groups as DateGroups | undefined;
  return { text, at: groups === undefined ? null : toMs(groups) };
}

/** The names of the groups in every pattern. */
interface DateGroups {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second?: string;
  readonly half?: string;
}

/** Null where there is no such date: the reading must give the same date back. */
function toMs(groups: DateGroups): number | null {
  const { year, month, day, minute, second = '00' } = groups;
  const date = [toYear(year), pad(month), pad(day)].join('-');
  const wanted = `${date}T${pad(String(toHour(groups)))}:${minute}:${second}.000Z`;
  const at = Date.parse(wanted);
  return !Number.isNaN(at) && new Date(at).toISOString() === wanted ? at : null;
}

const pad = (text: string) => text.padStart(2, '0');

/** Years of two digits are of this century: the product is not older. */
const toYear = (text: string) => text.padStart(4, '20');

/** 12 AM is midnight and 12 PM noon. An hour that no half of a day has becomes none of a day. */
function toHour({ hour, half }: DateGroups): number {
  const value = Number(hour);
  if (half === undefined) return value;
  if (value < 1 || value > 12) return NOT_AN_HOUR;
  return (value % 12) + (SECOND_HALF.has(half) ? 12 : 0);
}

const NOT_AN_HOUR = 99;
