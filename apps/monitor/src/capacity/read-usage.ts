import type { CapacitySource, NewCapacityPool } from '@license-monitor/db';
import {
  parseLicenseUsageCsv,
  parseLicenseUsageText,
  type LicensePool,
  type ZoneOffsets,
} from '@license-monitor/log-parser';
import { noAnswer, withDistinctKeys, type CapacityReading } from './capacity-reading';
import { findWhyPartial, toRemark } from './judge-answer';
import { toEnd, toSeats } from './pool-values';
import { toInstant } from './to-instant';

const READERS = { usageCsv: parseLicenseUsageCsv, usageText: parseLicenseUsageText };

/**
 * Reads the output of `getLicenseUsage`.
 *
 * @param zone of the dates, which the tool writes without one (log-format.md §10.3).
 */
export function readUsage(
  source: Extract<CapacitySource, keyof typeof READERS>,
  text: string,
  zone: ZoneOffsets,
): CapacityReading {
  const usage = READERS[source](text);
  if (usage.type === 'error') return noAnswer(source, usage.reason, usage.text);
  const partial = findWhyPartial(source, usage, text);
  if (partial !== undefined) return partial;
  const pools = withDistinctKeys(usage.pools.map((pool) => toPool(pool, zone)));
  const faults = usage.pools.flatMap((pool) => pool.faults);
  return { type: 'report', source, pools, remark: toRemark(usage, faults) };
}

function toPool(pool: LicensePool, zone: ZoneOffsets): NewCapacityPool {
  const { product, editor, model, seats, inUse, expiresAt, key } = pool;
  const lastAt = expiresAt?.wallAt ?? null;
  return {
    product,
    editor,
    model,
    seats: toSeats(seats),
    inUse,
    validFrom: null,
    validTo: toEnd(lastAt === null ? null : toInstant(zone, lastAt)),
    key,
    expires: expiresAt?.text ?? null,
  };
}
