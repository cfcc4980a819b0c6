import type { EpochMs } from '@license-monitor/api-contract';
import type { TimePoint } from './time-point';

const MINUTE_MS = 60_000;

/**
 * A range as the address writes it, in whole minutes around the instants. The end of what was read may
 * lie beyond it by less than a minute.
 */
export function toMinuteRange(range: { readonly from: EpochMs; readonly to: EpochMs }): {
  readonly from: TimePoint;
  readonly to: TimePoint;
} {
  const from = Math.floor(range.from / MINUTE_MS) * MINUTE_MS;
  const to = Math.max(from + MINUTE_MS, Math.ceil(range.to / MINUTE_MS) * MINUTE_MS);
  return { from: { kind: 'at', at: from }, to: { kind: 'at', at: to } };
}
