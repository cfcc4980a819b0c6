import type { EpochMs } from '@license-monitor/api-contract';

/** One end of a range, as it stands in the address: `now`, `now-7d`, or ISO 8601 with its zone. */
export type TimePoint =
  | { readonly kind: 'now' }
  | { readonly kind: 'ago'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly kind: 'at'; readonly at: EpochMs };

/** Minute, hour, day of 24 hours, week. */
export type TimeUnit = 'm' | 'h' | 'd' | 'w';

const MINUTE_MS = 60_000;
const unitMs: Record<TimeUnit, number> = {
  m: MINUTE_MS,
  h: 60 * MINUTE_MS,
  d: 24 * 60 * MINUTE_MS,
  w: 7 * 24 * 60 * MINUTE_MS,
};

const relative = /^now(?:-(?<amount>[1-9]\d{0,3})(?<unit>[mhdw]))?$/;
const absolute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads one end of a range; null when the text is none. */
export function parseTimePoint(text: string): TimePoint | null {
  const groups = relative.exec(text)?.groups;
  if (groups !== undefined) {
    const { amount, unit } = groups;
    if (amount === undefined) return { kind: 'now' };
    return { kind: 'ago', amount: Number(amount), unit: unit as TimeUnit };
  }
  const at = absolute.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) || at < 0 ? null : { kind: 'at', at };
}

/** Writes one end of a range as {@link parseTimePoint} reads it. */
export function writeTimePoint(point: TimePoint): string {
  switch (point.kind) {
    case 'now':
      return 'now';
    case 'ago':
      return `now-${point.amount}${point.unit}`;
    case 'at':
      return new Date(point.at).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
  }
}

/** Returns the instant that is meant at `now`; relative points are cut to the minute. */
export function resolveTimePoint(point: TimePoint, now: EpochMs): EpochMs {
  if (point.kind === 'at') return point.at;
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return point.kind === 'now' ? minute : minute - point.amount * unitMs[point.unit];
}
