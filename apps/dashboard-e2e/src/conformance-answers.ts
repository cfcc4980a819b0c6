import type { ProductSummaryDto, UsageSummaryDto } from '@license-monitor/api-contract';

/** What a scenario of the kit tells a reader, as its settings.json has it. */
export interface CaseSettings {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly cluster: boolean;
  readonly sessionTimeoutHours: Readonly<Record<string, number>>;
  readonly restartGraceMinutes: number;
  readonly denialWindows: Readonly<Record<string, number>>;
}

const MODELS = {
  concurrentUser: 'ConcurrentUser',
  namedUser: 'NamedUser',
  token: 'Token',
  credit: 'Credit',
  unknown: 'unknown',
} as const;

/** The API's figures in the shape of the kit (docs/conformance.md); nothing is computed here. */
export const toAnswers = ({ from, to, items }: UsageSummaryDto) => ({
  from,
  to,
  products: items.map((item) => toProduct(item, from, to)),
});

function toProduct(item: ProductSummaryDto, from: number, to: number) {
  const { sessions, deniedRequests, utilisation } = item;
  return {
    product: item.product,
    editor: item.editor ?? '',
    model: MODELS[item.model],
    sessions: sessions.count,
    openAtEnd: sessions.openAtEnd,
    startUnknown: sessions.startUnknown,
    assumedEnds: { presumedLost: sessions.presumedLost, serverRestart: sessions.serverRestart },
    timeouts: sessions.timeouts,
    peak: item.peak,
    peakAt: item.peakAt,
    sustainedPeak: item.sustainedPeak,
    licenseMs: item.licenseMs,
    sessionMsLow: item.sessionMsLow,
    sessionMsHigh: item.sessionMsHigh,
    users: item.users,
    hosts: item.hosts,
    denials: item.denials,
    deniedRequests: {
      redirected: deniedRequests.redirected,
      delayed: deniedRequests.delayed,
      lost: deniedRequests.lost,
      waitingMs: deniedRequests.waitingMs,
      people: deniedRequests.people,
    },
    entitlements: toEntitlements(item, from, to),
    utilisation: utilisation && {
      usedMs: utilisation.usedMs,
      capacityMs: utilisation.capacityMs,
      fullMs: utilisation.fullMs,
    },
  };
}

/** The kit speaks of the range only. */
function toEntitlements({ entitlements }: ProductSummaryDto, from: number, to: number) {
  return (
    entitlements?.map((one) => ({
      from: Math.max(from, one.from),
      to: one.to === null || one.to >= to ? null : one.to,
      seats: one.seats,
    })) ?? null
  );
}
