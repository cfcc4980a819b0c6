import { locale } from './locale';

const MONDAY = 1;
const DAY_MS = 24 * 60 * 60_000;
/** A Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);

/** What browsers tell about the weeks of a language, in the older form or in the newer one. */
interface WeekInfo {
  readonly firstDay?: number;
}

/**
 * The day on which weeks begin where a language is spoken, 1 for Monday to 7 for Sunday. Not every
 * browser knows; then it is Monday, as ISO 8601 has it.
 */
export function firstWeekday(language: string): number {
  const known = new Intl.Locale(language) as Intl.Locale & {
    readonly weekInfo?: WeekInfo;
    readonly getWeekInfo?: () => WeekInfo;
  };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? MONDAY;
}

/** The days of the week as 1 for Monday to 7 for Sunday, in the order of the language. */
export const weekOf: readonly number[] = Array.from(
  { length: 7 },
  (_, day) => ((firstWeekday(locale) - MONDAY + day) % 7) + MONDAY,
);

const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });

/** What a day of the week is called. */
export function weekdayNames(weekday: number): {
  readonly name: string;
  readonly shortName: string;
} {
  const at = A_MONDAY + (weekday - MONDAY) * DAY_MS;
  return { name: long.format(at), shortName: short.format(at) };
}
