import { DAY_MS } from './durations';
import type { ProductSpec, Scenario } from './scenario';

const OFFICE_USERS = 120;
const OFFICE_DAYS = 21;
/** Monday 2025-10-13, midnight in Paris: three weeks from here span the repeated hour of 26 October. */
const OFFICE_FROM = Date.UTC(2025, 9, 12, 22);

const V5 = 'Dassault Systemes V5';
const SYSTEMES = 'Dassault Systemes';

/** The largest quantity below must fit into the smallest pool. */
const LEAST_TOKENS = 16;

interface OfficeProduct extends ProductSpec {
  /** Licences in use at a usual busy hour of `OFFICE_USERS` people. */
  readonly busyUse: number;
}

/** Pools for `OFFICE_USERS` people. */
const OFFICE_PRODUCTS: readonly OfficeProduct[] = [
  { code: 'MD2', editor: V5, model: 'ConcurrentUser', pool: 20, popularity: 26, busyUse: 15 },
  { code: 'HD2', editor: V5, model: 'ConcurrentUser', pool: 15, popularity: 18, busyUse: 10 },
  { code: 'XM2-FTA', editor: V5, model: 'ConcurrentUser', pool: 8, popularity: 13, busyUse: 7 },
  { code: 'AM2', editor: V5, model: 'ConcurrentUser', pool: 4, popularity: 6, busyUse: 3 },
  { code: 'MDG-OC', editor: SYSTEMES, model: 'NamedUser', pool: 16, popularity: 12, busyUse: 7 },
  { code: 'IFW-OC', editor: SYSTEMES, model: 'NamedUser', pool: 24, popularity: 14, busyUse: 8 },
  { code: 'QAT', editor: SYSTEMES, model: 'Token', pool: 60, popularity: 8, busyUse: 44 },
  {
    code: 'QXT',
    editor: SYSTEMES,
    model: 'Token',
    pool: 96,
    popularity: 4,
    busyUse: 40,
    quantities: [10, 16],
  },
];

/**
 * A believable engineering office, mostly in Europe: eight products of all models, tight and ample pools, weekly
 * files, restarts, crashes and refusals.
 *
 * @param overrides what is to differ. Pools grow with `users` unless `products` are given, and `to` is 21
 * days after `from` unless it is given.
 */
export function officeScenario(overrides: Partial<Scenario> = {}): Scenario {
  const { users = OFFICE_USERS, from = OFFICE_FROM } = overrides;
  return {
    seed: 1,
    from,
    to: from + OFFICE_DAYS * DAY_MS,
    zone: 'Europe/Paris',
    variant: 'A',
    products: productsFor(users),
    users,
    regions: [
      { zone: 'Europe/Paris', share: 7 },
      { zone: 'America/New_York', share: 2 },
      { zone: 'Asia/Kolkata', share: 1 },
    ],
    sessionsPerPersonDay: 3,
    weekendShare: 0.04,
    meanSessionMinutes: 95,
    batchJobsPerDay: users / 5,
    secondProcessShare: 0.12,
    nestedShare: 0.3,
    secondProductShare: 0.15,
    retry: { most: 3, delaySeconds: { least: 20, most: 240 } },
    timeout: { crashShare: 0.03, afterMinutes: { least: 17, most: 30 } },
    restart: { everyDays: 10, downtimeSeconds: { least: 60, most: 180 } },
    poll: { everyMinutes: 5 },
    rotatesWeekly: true,
    notOwned: { codes: ['FS2', 'CPD', 'EI2'], requestsPerDay: users / 40 },
    messagesPerDay: 0.7,
    suspensionsPerDay: 0,
    ...overrides,
  };
}

/** The busy use grows with the people, the reserve above it with their square root. */
function productsFor(users: number): ProductSpec[] {
  const growth = users / OFFICE_USERS;
  return OFFICE_PRODUCTS.map(({ busyUse, ...product }) => {
    const pool = Math.round(busyUse * growth + (product.pool - busyUse) * Math.sqrt(growth));
    const least = product.model === 'Token' ? LEAST_TOKENS : 1;
    return { ...product, pool: Math.max(least, pool) };
  });
}
