import type { EpochMs } from '@license-monitor/api-contract';

/** Returns the time zone of the browser, by its IANA name. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whether the browser knows a time zone of this name. */
export function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en-GB', { timeZone: name });
    return name !== '';
  } catch {
    // RangeError: Intl has no other way to ask.
    return false;
  }
}

function toOffsetMs(at: EpochMs, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

/** Writes an instant as the wall clock of a zone, to the second: `2026-11-24T14:02:10`. */
export function toWallClock(at: EpochMs, zone: string): string {
  return new Date(at + toOffsetMs(at, zone)).toISOString().slice(0, 19);
}

/**
 * Reads the wall clock of a zone; null when it is not one. In the repeated hour of autumn the
 * first of the two instants is meant, and a time skipped in spring moves on by the hour skipped.
 */
export function fromWallClock(text: string, zone: string): EpochMs | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text)) return null;
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return null;
  const before = wall - toOffsetMs(wall - 24 * 60 * 60 * 1000, zone);
  if (before + toOffsetMs(before, zone) === wall) return before;
  const after = wall - toOffsetMs(wall + 24 * 60 * 60 * 1000, zone);
  return after + toOffsetMs(after, zone) === wall ? after : before;
}
