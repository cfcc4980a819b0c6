import type { DurationMs } from '@license-monitor/api-contract';
import { formatDecimal } from '../wording/quantity';

const HOUR_MS = 60 * 60 * 1000;

/** Writes a sum of lengths as hours: `171 h`, `2.5 h`. Days would hide how much it is. */
export function formatHours(lengthMs: DurationMs): string {
  return $localize`:A length of time|:${formatDecimal(lengthMs / HOUR_MS)}:hours: h`;
}
