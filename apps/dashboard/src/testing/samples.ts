import type {
  CoverageDto,
  HealthDto,
  OpenSessionsDto,
  OverviewDto,
  ProductUsageDto,
  ServerHealthDto,
  SessionDto,
} from '@license-monitor/api-contract';

/** The instant of all samples: Tuesday 24 November 2026, 14:02:10 in Paris. */
export const NOW = Date.UTC(2026, 10, 24, 13, 2, 10);

/** An hour in milliseconds. */
export const HOUR = 60 * 60 * 1000;

/** An open session: ann holds CAT on ws-101 since 12:02. */
export function aSession(patch: Partial<SessionDto> = {}): SessionDto {
  return {
    id: 1,
    server: 'lic1',
    product: 'CAT',
    editor: 'Dassault Systemes',
    user: 'ann',
    host: 'ws-101',
    display: ':0.0',
    model: 'concurrentUser',
    quantity: 1,
    startedAt: NOW - 2 * HOUR,
    endedAt: null,
    endUncertaintyMs: 0,
    closedBy: null,
    uncertainSince: null,
    isNegative: false,
    isPossiblyOffline: false,
    ...patch,
  };
}

/** A closed session: it ended by a detachment a minute ago. */
export function aClosedSession(patch: Partial<SessionDto> = {}): SessionDto {
  return aSession({ endedAt: NOW - 60_000, closedBy: 'detachment', ...patch });
}

/** A product with 17 of an unknown number of licences in use. */
export function aProduct(patch: Partial<ProductUsageDto> = {}): ProductUsageDto {
  return {
    product: 'CAT',
    editor: 'Dassault Systemes',
    model: 'concurrentUser',
    sessions: 20,
    licenses: 17,
    users: 15,
    hosts: 16,
    entitlement: null,
    peakToday: 18,
    peakTodayAt: NOW - 3 * HOUR,
    hourlyPeaks: [4, null, 18],
    denialsToday: {
      capacity: 0,
      policy: 0,
      notEnrolled: 0,
      other: 0,
      lastAt: null,
      lastUser: null,
    },
    ...patch,
  };
}

/** An overview up to event 100, in the zone of Paris. */
export function anOverview(patch: Partial<OverviewDto> = {}): OverviewDto {
  return {
    asOf: NOW,
    lastEventId: 100,
    todayFrom: NOW - 14 * HOUR,
    zone: 'Europe/Paris',
    users: 61,
    products: [aProduct()],
    longestOpen: [],
    ...patch,
  };
}

/** Open sessions up to event 100. */
export function openSessions(items: readonly SessionDto[]): OpenSessionsDto {
  return { asOf: NOW, lastEventId: 100, items, totals: [] };
}

/** A server that is followed without trouble. */
export function aServer(patch: Partial<ServerHealthDto> = {}): ServerHealthDto {
  return {
    server: 'lic1',
    cluster: null,
    timeZone: 'Europe/Paris',
    state: 'ok',
    problem: null,
    reportedAt: NOW,
    logDirectory: '/var/dsls/logs',
    logPattern: 'LicenseServer*.log',
    lastLineAt: NOW,
    bytesTotal: 3_400_000_000,
    bytesRead: 3_400_000_000,
    totals: { lines: 0, events: 0, messages: 0, quarantined: 0, duplicates: 0 },
    counts: null,
    files: [],
    ...patch,
  };
}

/** All of the hour before now was observed. */
export function aCoverage(patch: Partial<CoverageDto> = {}): CoverageDto {
  return {
    asOf: NOW,
    from: NOW - HOUR,
    to: NOW,
    servers: [{ server: 'lic1', observedMs: HOUR, gaps: [] }],
    products: [],
    ...patch,
  };
}

/** A healthy monitor up to event 100. */
export function aHealth(patch: Partial<HealthDto> = {}): HealthDto {
  return {
    asOf: NOW,
    demo: false,
    servers: [aServer()],
    lastEventId: 100,
    version: '0.1.0',
    ...patch,
  };
}
