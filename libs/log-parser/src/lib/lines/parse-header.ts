import type { WallMs } from './parsed-line.js';

const ZERO = 0x30;
const NINE = 0x39;
const SPACE = 0x20;
const TAB = 0x09;

/** The first stamp that is believed: the product did not exist before. */
const EARLIEST: WallMs = Date.UTC(2000, 0, 1);

/** Length of `YYYY/MM/DD hh:mm:ss:mmm`. */
export const STAMP_LENGTH = 23;

const STAMP_SHAPE = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d:\d{3}/;

export type Stamp = { readonly wallAt: WallMs } | { readonly fault: 'noHeader' | 'badTimestamp' };

const NO_STAMP: Stamp = { fault: 'noHeader' };
const BAD_STAMP: Stamp = { fault: 'badTimestamp' };

/**
 * Reads the stamp at the beginning of a line: `2025/05/20 15:06:36:933`, milliseconds after a
 * colon, no zone. A shape that is no stamp is told apart from a stamp that cannot be (month 13).
 */
export function parseStamp(text: string): Stamp {
  if (!STAMP_SHAPE.test(text)) return NO_STAMP;
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return BAD_STAMP;
  const year = digits(text, 0, 4);
  if (day < 1 || day > daysOfMonth(year, month)) return BAD_STAMP;
  const midnight = Date.UTC(year, month - 1, day);
  if (midnight < EARLIEST) return BAD_STAMP;
  return { wallAt: midnight + ((hour * 60 + minute) * 60 + second) * 1000 + digits(text, 20, 3) };
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isDigit = (code: number) => code >= ZERO && code <= NINE;
const isBlank = (code: number) => code === SPACE || code === TAB;

function digits(text: string, from: number, length: number): number {
  let value = 0;
  for (let at = from; at < from + length; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

/** Level, category and where the message begins, or undefined when the line has none. */
export interface LevelAndCategory {
  readonly level: string;
  readonly category: string;
  readonly messageFrom: number;
}

/**
 * Reads `I USGTRACING  ` behind the stamp. Columns are padded, but by how much is not known for
 * sure, so any run of blanks separates them (log-format.md §1).
 */
export function parseLevelAndCategory(text: string): LevelAndCategory | undefined {
  const levelAt = skipBlanks(text, STAMP_LENGTH);
  const categoryAt = skipBlanks(text, levelAt + 1);
  if (levelAt === STAMP_LENGTH || categoryAt === levelAt + 1) return undefined;
  if (!isUpper(text.charCodeAt(levelAt))) return undefined;
  const categoryEnd = skipCategory(text, categoryAt);
  if (categoryEnd === categoryAt) return undefined;
  const messageFrom = skipBlanks(text, categoryEnd);
  if (messageFrom === categoryEnd && messageFrom < text.length) return undefined;
  return {
    level: text.charAt(levelAt),
    category: text.slice(categoryAt, categoryEnd),
    messageFrom,
  };
}

const isUpper = (code: number) => code >= 0x41 && code <= 0x5a;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function skipCategory(text: string, from: number): number {
  let at = from;
  if (!isUpper(text.charCodeAt(at))) return at;
  for (let code = text.charCodeAt(at); isUpper(code) || isDigit(code) || code === 0x5f;) {
    at++;
    code = text.charCodeAt(at);
  }
  return at;
}
