import type { ZoneOffsets } from '@license-monitor/log-parser';
import { toInstant } from './to-instant';

/** Year, month and day, then perhaps hour, minute and second, with or without marks between them. */
const STAMP =
  /(?<!\d)(?<year>20\d\d)(?<mark>[-_.]?)(?<month>\d\d)\k<mark>(?<day>\d\d)(?:[-_. T]?(?<hour>\d\d)[-_.:h]?(?<minute>\d\d)(?:[-_.:m]?(?<second>\d\d))?)?(?!\d)/;

/**
 * When an output was taken, as its file's name says: `usage-20250519080000.csv`, `2025-05-19.txt`.
 * A day without a time means its midnight.
 *
 * @returns UTC milliseconds; undefined where the name holds no stamp, or one of the future.
 */
export function readStamp(name: string, zone: ZoneOffsets, now: number): number | undefined {
  const groups = STAMP.exec(name)?.groups;
  if (groups === undefined) return undefined;
  const { year, month, day, hour = '00', minute = '00', second = '00' } = groups;
  const wanted = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const wallAt = Date.parse(wanted);
  // Some readers of dates take 30 February for 2 March.
  if (Number.isNaN(wallAt) || new Date(wallAt).toISOString() !== wanted) return undefined;
  const at = toInstant(zone, wallAt);
  return at <= now ? at : undefined;
}
