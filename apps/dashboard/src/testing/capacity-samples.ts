import type {
  EntitlementDto,
  EntitlementIntervalDto,
  EntitlementsDto,
  HourOfWeekCellDto,
  ProductLoadDto,
  ReplayDto,
  WhatIfDto,
} from '@license-monitor/api-contract';
import { HOUR, NOW } from './samples';

const CAT = {
  product: 'CAT',
  editor: 'Dassault Systemes',
  model: 'concurrentUser',
} as const;

const DAY = 24 * HOUR;

/** 20 seats until further notice, as the file kept by hand says. */
export function anInterval(patch: Partial<EntitlementIntervalDto> = {}): EntitlementIntervalDto {
  return {
    from: NOW - 90 * DAY,
    to: null,
    seats: 20,
    source: 'manual',
    isAssumed: false,
    others: [],
    ...patch,
  };
}

/** 20 seats of CAT. */
export function anEntitlement(patch: Partial<EntitlementDto> = {}): EntitlementDto {
  return { ...CAT, intervals: [anInterval()], byServer: [], pools: [], ...patch };
}

/** What is owned: CAT. */
export function entitlements(patch: Partial<EntitlementsDto> = {}): EntitlementsDto {
  return { asOf: NOW, items: [anEntitlement()], reports: [], failures: [], ...patch };
}

/** Ten observed hours with one licence in use for eight of them, and two for one. */
export function aLoad(patch: Partial<ProductLoadDto> = {}): ProductLoadDto {
  return {
    ...CAT,
    observedMs: 10 * HOUR,
    levels: [
      { seats: 1, atLeastMs: 8 * HOUR },
      { seats: 2, atLeastMs: HOUR },
    ],
    enough: [
      { share: 0.5, byTime: 1, byRequests: 1 },
      { share: 0.99, byTime: 2, byRequests: 3 },
      { share: 1, byTime: 2, byRequests: 4 },
    ],
    entitlements: [anInterval()],
    ...patch,
  };
}

/** With 18 licences, 12 of 1,203 requests of 7 people. */
export function aReplay(patch: Partial<ReplayDto> = {}): ReplayDto {
  return { seats: 18, blocked: 12, blockedShare: 12 / 1203, blockedPeople: 7, ...patch };
}

/** 18 licences instead of 20. */
export function aWhatIf(patch: Partial<WhatIfDto> = {}): WhatIfDto {
  return {
    ...CAT,
    asOf: NOW,
    from: NOW - 28 * DAY,
    to: NOW,
    observedMs: 600 * HOUR,
    requests: 1203,
    lost: 3,
    delayed: 5,
    owned: 20,
    asked: aReplay(),
    curve: [aReplay({ seats: 17, blocked: 30 }), aReplay(), aReplay({ seats: 19, blocked: 4 })],
    needed: [
      { blockedShare: 0, seats: 21, low: 19, high: 22 },
      { blockedShare: 0.01, seats: 18, low: null, high: null },
    ],
    windows: { burstMs: 10_000, redirectMs: 5_000, retryMs: 900_000 },
    ...patch,
  };
}

/** All 168 hours of a week: nobody works but on Monday from 9 to 12; Sundays are not observed. */
export function aWeek(): readonly HourOfWeekCellDto[] {
  return Array.from({ length: 168 }, (_, index) => {
    const [weekday, hour] = [Math.floor(index / 24) + 1, index % 24];
    const isBusy = weekday === 1 && hour >= 9 && hour < 12;
    const isSeen = weekday !== 7;
    return {
      weekday,
      hour,
      observedMs: isSeen ? 4 * HOUR : 0,
      average: isSeen ? (isBusy ? hour / 2 : 0) : null,
      peak: isSeen ? (isBusy ? hour : 0) : null,
      grants: isBusy ? 3 : 0,
      denials: isBusy ? 1 : 0,
    };
  });
}
