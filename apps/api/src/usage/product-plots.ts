import {
  hourOfWeekOf,
  hoursOfWeek,
  loadDuration,
  eachStep,
  requestLevels,
  requestPercentile,
  snapshotDifferences,
  timeAtLevels,
  timePercentile,
  totalMs,
  useBuckets,
  type BucketGrid,
} from '@license-monitor/analytics';
import type {
  DenialPointDto,
  EnoughDto,
  ProductLoadDto,
  ProductReconciliationDto,
  ProductSeriesDto,
  ProductWeekDto,
} from '@license-monitor/api-contract';
import { causeOf } from '../denials/denial-cause';
import { capacityTimes, noDenials } from '../denials/count-denials';
import { toModelDto } from '../sessions/to-session-dto';
import { capacityOfProduct, entitlementsWithin } from './capacity-of-product';
import { groupBy } from './group-by';
import { measuredTimes, stepsOf } from './summarise-product';
import type { ProductRequests, ProductRows, UsageRange } from './usage-range';

const nameOf = ({ product, editor, model }: ProductRows) => ({
  product,
  editor,
  model: toModelDto(model),
});

/** U(t) and the refusals of one product in equal times. */
export function seriesOf(rows: ProductRows, range: UsageRange, grid: BucketGrid): ProductSeriesDto {
  const steps = stepsOf(rows.uses);
  const { gaps, observed } = measuredTimes(rows, steps, range);
  const points = useBuckets(steps, observed, grid).map(({ at, min, max, average, coverage }) => ({
    at,
    min: min ?? null,
    max: max ?? null,
    average: average ?? null,
    coverage,
  }));
  const entitlements = entitlementsWithin(capacityOfProduct(rows.capacity), range);
  return { ...nameOf(rows), points, denials: denialPoints(rows, grid), entitlements, gaps };
}

function denialPoints({ denials }: ProductRows, { from, bucketMs }: BucketGrid): DenialPointDto[] {
  const byBucket = new Map<number, ReturnType<typeof noDenials>>();
  for (const refusals of denials) {
    const cause = causeOf(refusals);
    for (const time of refusals.times) {
      const at = from + Math.floor((time - from) / bucketMs) * bucketMs;
      const counts = byBucket.get(at) ?? noDenials();
      byBucket.set(at, counts);
      counts[cause]++;
    }
  }
  return [...byBucket].map(([at, counts]) => ({ at, ...counts })).sort((a, b) => a.at - b.at);
}

/** Shares of the time, and of the requests, for which it is asked how many licences are enough. */
const SHARES = [0.5, 0.9, 0.95, 0.99, 1];

/** The load duration of one product, and how many licences were enough. */
export function loadOf(rows: ProductRequests, range: UsageRange): ProductLoadDto {
  const steps = stepsOf(rows.uses);
  const { observed } = measuredTimes(rows, steps, range);
  const times = timeAtLevels(steps, observed);
  const requests = requestLevels(steps, requestsAt(rows));
  const enough = SHARES.map((share): EnoughDto => ({
    share,
    byTime: timePercentile(times, share) ?? null,
    byRequests: requestPercentile(requests, share) ?? null,
  }));
  return {
    ...nameOf(rows),
    observedMs: totalMs(observed),
    levels: loadDuration(times).map(({ licenses, ms }) => ({ seats: licenses, atLeastMs: ms })),
    enough,
    entitlements: entitlementsWithin(capacityOfProduct(rows.capacity), range),
  };
}

function eachGrant(uses: ProductRows['uses'], visit: (at: number) => void): void {
  for (const { steps } of uses) eachStep(steps, (at, _, isGrant) => isGrant && visit(at));
}

/**
 * When somebody asked: at requests that were refused in truth, and at grants. Those of one server are
 * steps of its use; those of several are not in their sum.
 */
function requestsAt({ uses, requests }: ProductRequests): number[] {
  const grants: number[] = [];
  if (uses.length > 1) eachGrant(uses, (at) => grants.push(at));
  const refused = requests.filter(
    ({ first, outcome }) => causeOf(first) === 'capacity' && outcome === 'lost',
  );
  return [...grants, ...refused.map(({ firstAt }) => firstAt)];
}

/** What the log says was in use, beside what the server said, each time that it was asked. */
export function reconciliationOf(rows: ProductRows): ProductReconciliationDto {
  const perInstant = [...groupBy(rows.snapshots, ({ at }) => String(at)).values()];
  const snapshots = perInstant.map((own) => ({
    at: own[0]?.at ?? 0,
    inUse: own.reduce((sum, { inUse }) => sum + inUse, 0),
  }));
  const differences = snapshotDifferences(stepsOf(rows.uses), snapshots);
  const checks = differences.map(({ at, fromLog, fromSnapshot: fromServer, difference }) => ({
    at,
    fromLog,
    fromServer,
    difference,
  }));
  return { ...nameOf(rows), checks };
}

/** The week of one product, hour by hour. */
export function weekOf(rows: ProductRows, range: UsageRange, zone: string): ProductWeekDto {
  const steps = stepsOf(rows.uses);
  const { observed } = measuredTimes(rows, steps, range);
  const toIndex = hourOfWeekOf(zone);
  const grants = new Map<number, number>();
  const denials = new Map<number, number>();
  const count = (counts: Map<number, number>, at: number) =>
    counts.set(toIndex(at), (counts.get(toIndex(at)) ?? 0) + 1);
  eachGrant(rows.uses, (at) => count(grants, at));
  for (const at of capacityTimes(rows.denials)) count(denials, at);
  const cells = hoursOfWeek(steps, observed, zone).map((cell, index) => ({
    weekday: cell.weekday,
    hour: cell.hour,
    observedMs: cell.observedMs,
    average: cell.mean ?? null,
    peak: cell.peak ?? null,
    grants: grants.get(index) ?? 0,
    denials: denials.get(index) ?? 0,
  }));
  return { ...nameOf(rows), cells };
}
