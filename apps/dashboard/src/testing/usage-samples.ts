import type {
  DenialLaneDto,
  DenialSeriesDto,
  DeniedRequestDto,
  DeniedRequestsDto,
  DenialExplanationDto,
  EntitlementIntervalDto,
  ProductSeriesDto,
  ProductSummaryDto,
  UsageSeriesDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import { aSession, HOUR, NOW } from './samples';

/** 15 minutes after which a request counts as lost, and the other windows. */
export const WINDOWS = { burstMs: 10_000, redirectMs: 5_000, retryMs: 15 * 60_000 };

/** 20 seats, for all time. */
export function aSeatInterval(patch: Partial<EntitlementIntervalDto> = {}): EntitlementIntervalDto {
  return {
    from: 0,
    to: null,
    seats: 20,
    source: 'usageCsv',
    isAssumed: false,
    others: [],
    ...patch,
  };
}

/** CAT in four hours: up to 18 in use, nothing known of the third hour, two refusals in the second. */
export function aProductSeries(patch: Partial<ProductSeriesDto> = {}): ProductSeriesDto {
  const start = NOW - 4 * HOUR;
  const point = (hour: number, min: number | null, max: number | null) => ({
    at: start + hour * HOUR,
    min,
    max,
    average: max === null ? null : max - 0.5,
    coverage: max === null ? 0 : 1,
  });
  return {
    product: 'CAT',
    editor: 'Dassault Systemes',
    model: 'concurrentUser',
    points: [point(0, 2, 5), point(1, 5, 18), point(2, null, null), point(3, 7, 9)],
    denials: [{ at: start + HOUR, capacity: 2, policy: 1, notEnrolled: 0, other: 0 }],
    entitlements: [aSeatInterval()],
    gaps: [{ from: start + 2 * HOUR, to: start + 3 * HOUR, cause: 'serverDown' }],
    ...patch,
  };
}

/** The four hours before now, an hour each. */
export function aSeries(patch: Partial<UsageSeriesDto> = {}): UsageSeriesDto {
  return {
    asOf: NOW,
    from: NOW - 4 * HOUR,
    to: NOW,
    bucketMs: HOUR,
    items: [aProductSeries()],
    compare: null,
    ...patch,
  };
}

/** The figures of CAT over the same four hours. */
export function aProductSummary(patch: Partial<ProductSummaryDto> = {}): ProductSummaryDto {
  return {
    product: 'CAT',
    editor: 'Dassault Systemes',
    model: 'concurrentUser',
    observedMs: 3 * HOUR,
    gaps: aProductSeries().gaps,
    sessions: {
      count: 30,
      openAtEnd: 9,
      startUnknown: 0,
      timeouts: 1,
      presumedLost: 0,
      serverRestart: 0,
      meanMs: HOUR,
      medianMs: HOUR,
    },
    users: 15,
    hosts: 16,
    peak: 18,
    peakAt: NOW - 2.5 * HOUR,
    timeAtPeakMs: 10 * 60_000,
    sustainedPeak: 17,
    average: 9.25,
    licenseMs: 27.75 * HOUR,
    sessionMsLow: 27 * HOUR,
    sessionMsHigh: 28 * HOUR,
    denials: { capacity: 2, policy: 1, notEnrolled: 0, other: 0 },
    deniedRequests: {
      redirected: 0,
      delayed: 1,
      lost: 1,
      pending: 0,
      waitingMs: 12 * 60_000,
      people: 2,
      rate: 0.05,
    },
    entitlements: [aSeatInterval()],
    utilisation: {
      knownMs: 3 * HOUR,
      usedMs: 27.75 * HOUR,
      capacityMs: 60 * HOUR,
      share: 0.4625,
      fullMs: 0,
      overageMs: 0,
    },
    ...patch,
  };
}

/** The answer with the figures of CAT. */
export function aSummary(patch: Partial<UsageSummaryDto> = {}): UsageSummaryDto {
  return {
    asOf: NOW,
    from: NOW - 4 * HOUR,
    to: NOW,
    windows: WINDOWS,
    items: [aProductSummary()],
    compare: null,
    ...patch,
  };
}

/** ann was refused CAT an hour ago for want of seats and waited 12 minutes. */
export function aDeniedRequest(patch: Partial<DeniedRequestDto> = {}): DeniedRequestDto {
  return {
    id: 7,
    at: NOW - HOUR,
    lastAt: NOW - HOUR + 8_000,
    denials: 3,
    server: 'lic1',
    product: 'CAT',
    user: 'ann',
    host: 'ws-101',
    cause: 'capacity',
    reason: 'no more available license',
    outcome: 'delayed',
    waitMs: 12 * 60_000,
    ...patch,
  };
}

/** A page of denied requests; the only one. */
export function deniedRequests(
  items: readonly DeniedRequestDto[],
  nextCursor: string | null = null,
): DeniedRequestsDto {
  return { items, nextCursor, windows: WINDOWS };
}

/** CAT was refused three times in the hour before the last one. */
export function aDenialLane(patch: Partial<DenialLaneDto> = {}): DenialLaneDto {
  const causes = { capacity: 2, policy: 1, notEnrolled: 0, other: 0 };
  return {
    product: 'CAT',
    requests: 3,
    causes,
    outcomes: { redirected: 0, delayed: 2, lost: 1, pending: 0 },
    points: [{ at: NOW - 2 * HOUR, ...causes }],
    ...patch,
  };
}

/** Four hours, an hour each. */
export function aDenialSeries(patch: Partial<DenialSeriesDto> = {}): DenialSeriesDto {
  return {
    asOf: NOW,
    from: NOW - 4 * HOUR,
    to: NOW,
    bucketMs: HOUR,
    windows: WINDOWS,
    items: [aDenialLane()],
    ...patch,
  };
}

/** All two seats were held; the first was freed after five minutes, ann was granted after twelve. */
export function anExplanation(patch: Partial<DenialExplanationDto> = {}): DenialExplanationDto {
  return {
    request: aDeniedRequest(),
    windows: WINDOWS,
    verdict: 'shortage',
    inUse: 2,
    entitlement: 2,
    isObserved: true,
    holders: [
      aSession({ id: 2, user: 'bob', startedAt: NOW - 3 * HOUR }),
      aSession({
        id: 3,
        user: 'eve',
        startedAt: NOW - 2 * HOUR,
        endedAt: NOW - HOUR + 5 * 60_000,
        closedBy: 'detachment',
      }),
    ],
    firstFreedAt: NOW - HOUR + 5 * 60_000,
    grantedAt: NOW - HOUR + 12 * 60_000,
    ...patch,
  };
}
