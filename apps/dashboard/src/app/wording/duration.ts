import type { DurationMs } from '@license-monitor/api-contract';
import { formatCount } from './number';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Writes a length of time as `47 min`, `2 h 05 min` or `3 d 4 h`, cut to whole units. */
export function formatDuration(durationMs: DurationMs): string {
  const minutes = Math.floor(durationMs / MINUTE_MS);
  if (minutes < 1) return $localize`:A length of time|:< 1 min`;
  if (minutes < HOUR_MINUTES) return $localize`:A length of time|:${minutes}:minutes: min`;
  if (minutes < DAY_MINUTES) {
    const hours = Math.floor(minutes / HOUR_MINUTES);
    const rest = String(minutes % HOUR_MINUTES).padStart(2, '0');
    return $localize`:A length of time|:${hours}:hours: h ${rest}:minutes: min`;
  }
  const days = formatCount(Math.floor(minutes / DAY_MINUTES));
  const hours = Math.floor((minutes % DAY_MINUTES) / HOUR_MINUTES);
  return $localize`:A length of time|:${days}:days: d ${hours}:hours: h`;
}

/** Writes a length of time as ISO 8601 (`PT3H5M`), for the `datetime` attribute. */
export function toIsoDuration(durationMs: DurationMs): string {
  const minutes = Math.max(0, Math.floor(durationMs / MINUTE_MS));
  return `PT${Math.floor(minutes / HOUR_MINUTES)}H${minutes % HOUR_MINUTES}M`;
}
