// Small scans over the bytes of a line. Indexes are of the view; callers keep them inside it.

const BANG = 0x21;
/** Four of them, read as one word. */
const BANGS = 0x21212121;
const LOW_BITS = 0x7f7f7f7f;
const SPACE = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const COLON = 0x3a;
const ZERO = 0x30;

/** Length of a session, in bytes. */
export const SESSION_BYTES = 16;

/** Value of a byte that is no digit: any number with one in it is too large to be a time. */
const NO_DIGIT = 1000;
const DIGITS = Uint16Array.from({ length: 256 }, (_, code) =>
  code >= ZERO && code < ZERO + 10 ? code - ZERO : NO_DIGIT,
);

const HEX_DIGITS = '0123456789abcdefABCDEF';
const IS_HEX = Uint8Array.from({ length: 256 }, (_, code) =>
  HEX_DIGITS.includes(String.fromCharCode(code)) ? 1 : 0,
);

const digitAt = (view: DataView, at: number): number => DIGITS[view.getUint8(at)] as number;
const pairAt = (view: DataView, at: number): number =>
  digitAt(view, at) * 10 + digitAt(view, at + 1);

/** Milliseconds since midnight of `hh:mm:ss:mmm`; -1 where that is no time. */
export function readTimeOfDay(view: DataView, from: number): number {
  const hour = pairAt(view, from);
  const minute = pairAt(view, from + 3);
  const second = pairAt(view, from + 6);
  const ms = pairAt(view, from + 9) * 10 + digitAt(view, from + 11);
  if (hour > 23 || minute > 59 || second > 59 || ms > 999) return -1;
  return isColon(view, from + 2) && isColon(view, from + 5) && isColon(view, from + 8)
    ? ((hour * 60 + minute) * 60 + second) * 1000 + ms
    : -1;
}

const isColon = (view: DataView, at: number): boolean => view.getUint8(at) === COLON;

/** Index behind the `count`th `!` of the bytes from (inclusive) to (exclusive); 0 if there are fewer. */
export function skipBangs(view: DataView, from: number, to: number, count: number): number {
  let left = count;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word = view.getInt32(at, true) ^ BANGS;
    // The highest bit of each byte that is zero, and of no other.
    let zeros = ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    for (; zeros !== 0; zeros &= zeros - 1) {
      if (--left === 0) return at + 4 - (Math.clz32(zeros & -zeros) >> 3);
    }
  }
  for (; at < to; at++) if (view.getUint8(at) === BANG && --left === 0) return at + 1;
  return 0;
}

/** Whether 16 hexadecimal digits and a `!` stand here. */
export function isSession(view: DataView, from: number): boolean {
  for (let at = from; at < from + SESSION_BYTES; at++) {
    if (IS_HEX[view.getUint8(at)] !== 1) return false;
  }
  return view.getUint8(from + SESSION_BYTES) === BANG;
}

/** The 16 characters of a session, copied: a slice of a longer text would keep all of it alive. */
export function readSession(view: DataView, from: number): string {
  return String.fromCharCode(
    view.getUint8(from),
    view.getUint8(from + 1),
    view.getUint8(from + 2),
    view.getUint8(from + 3),
    view.getUint8(from + 4),
    view.getUint8(from + 5),
    view.getUint8(from + 6),
    view.getUint8(from + 7),
    view.getUint8(from + 8),
    view.getUint8(from + 9),
    view.getUint8(from + 10),
    view.getUint8(from + 11),
    view.getUint8(from + 12),
    view.getUint8(from + 13),
    view.getUint8(from + 14),
    view.getUint8(from + 15),
  );
}

/** Version and flag are the only fields behind the program. */
const FIELDS_BEHIND_PROGRAM = 2;

/**
 * Index of the parenthesis that closes the process number of a program at the end of a line:
 * `…\CNEXT.exe ( 11168)!6.424!0`. The program begins at `from`, the text ends before `to`; 0 where
 * there is none.
 */
export function findProcessEnd(view: DataView, from: number, to: number): number {
  let end = to;
  for (let fields = 0; fields <= FIELDS_BEHIND_PROGRAM; fields++) {
    if (end <= from) return 0;
    if (view.getUint8(end - 1) === CLOSE) return end - 1;
    do end--;
    while (end > from && view.getUint8(end) !== BANG);
  }
  return 0;
}

/** The longest process number, in digits. */
const MAX_PROCESS_DIGITS = 10;

/**
 * Index of the first digit of ` ( 11168)` whose parenthesis stands at `end`; 0 where it is none.
 * At least three bytes stand before the digits.
 */
export function findProcessStart(view: DataView, end: number): number {
  let from = end;
  while (digitAt(view, from - 1) !== NO_DIGIT) from--;
  const length = end - from;
  const open = view.getUint8(from - 1) === SPACE ? from - 2 : from - 1;
  const isProcess = view.getUint8(open) === OPEN && view.getUint8(open - 1) === SPACE;
  return isProcess && length > 0 && length <= MAX_PROCESS_DIGITS ? from : 0;
}

/** Index behind the digits that stand at `from`, at most ten of them; looks no further than `to`. */
export function skipDigits(view: DataView, from: number, to: number): number {
  const end = Math.min(to, from + MAX_PROCESS_DIGITS);
  let at = from;
  while (at < end && digitAt(view, at) !== NO_DIGIT) at++;
  return at;
}

/** The number whose digits stand from (inclusive) to (exclusive). */
export function readNumber(view: DataView, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + digitAt(view, at);
  return value;
}

/** A hash of the bytes from (inclusive) to (exclusive), at least eight of them. */
export function hashBytes(view: DataView, from: number, to: number): number {
  // Two independent chains: the processor works on both at once. The last eight bytes may overlap
  // those before them.
  const last = to - 8;
  let even = to - from;
  let odd = 0;
  for (let at = from; ; at = Math.min(at + 8, last)) {
    even = Math.imul(even ^ view.getInt32(at, true), 0x9e3779b1);
    even ^= even >>> 15;
    odd = Math.imul(odd ^ view.getInt32(at + 4, true), 0x85ebca6b);
    odd ^= odd >>> 13;
    if (at === last) break;
  }
  const hash = Math.imul(even ^ (odd << 1), 0x9e3779b1);
  return hash ^ (hash >>> 16);
}
