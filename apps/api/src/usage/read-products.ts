import type {
  CapacityReportInfo,
  HistoryReader,
  NameFilter,
  RefusalTimes,
  SessionRow,
  UseSnapshotInfo,
} from '@license-monitor/db';
import type { FoundRequest } from '../denials/denied-requests';
import { toProductKey } from '../products/product-key';
import { groupBy } from './group-by';
import { findIdentities, isPoolOf, narrowReports, type Identity } from './product-identities';
import type { ProductRequests, ProductSessions } from './usage-range';
import { useOfSessions, type ProductUse } from './use-of-sessions';

/** The range and the names that figures are asked for. */
export type UsageFilter = NameFilter & { readonly from: number; readonly to: number };

/** What a range brings, before it is dealt out to the products. */
interface Found {
  readonly uses: readonly ProductUse[];
  readonly endsWithoutStart: readonly SessionRow[];
  readonly reports: readonly CapacityReportInfo[];
  readonly snapshots: readonly UseSnapshotInfo[];
  readonly denials: readonly RefusalTimes[];
  readonly requests: readonly FoundRequest[];
}

/**
 * What is known of each product within a range, in order of its code: of those with use, with ends,
 * with refusals, or with seats. The use of a pool is read as it was stored; that of some people is
 * counted from their sessions.
 */
export async function readProducts(
  history: HistoryReader,
  filter: UsageFilter,
  requests: Promise<readonly FoundRequest[]>,
): Promise<ProductRequests[]> {
  const { from, to } = filter;
  const uses = isAboutPeople(filter)
    ? history.sessions.overlapping(from, to, filter).then((rows) => useOfSessions(rows, to))
    : history.use.steps(from, to, filter);
  return dealOut(filter, await readRest(history, filter, { uses, requests }));
}

/** The same with all sessions. */
export async function readProductsWithSessions(
  history: HistoryReader,
  filter: UsageFilter,
  requests: Promise<readonly FoundRequest[]>,
): Promise<ProductSessions[]> {
  const { from, to } = filter;
  const reading = history.sessions.overlapping(from, to, filter);
  const uses = reading.then((rows) => useOfSessions(rows, to));
  const products = dealOut(filter, await readRest(history, filter, { uses, requests }));
  const sessions = await reading;
  const byProduct = groupBy(sessions, toProductKey);
  return products.map((rows) => ({ ...rows, sessions: byProduct.get(toProductKey(rows)) ?? [] }));
}

/** Reads all at once, as far as there are connections. */
async function readRest(
  history: HistoryReader,
  filter: UsageFilter,
  begun: {
    readonly uses: Promise<Found['uses']>;
    readonly requests: Promise<Found['requests']>;
  },
): Promise<Found> {
  const { from, to } = filter;
  const [uses, requests, denials, endsWithoutStart, reports, snapshots] = await Promise.all([
    begun.uses,
    begun.requests,
    history.denials.times(filter),
    history.sessions.withoutStart(from, to, filter),
    history.capacity.reports(filter),
    history.capacity.useSnapshots(filter, from, to),
  ]);
  return { uses, requests, denials, endsWithoutStart, reports, snapshots };
}

const isAboutPeople = ({ users, hosts }: NameFilter) => users.length > 0 || hosts.length > 0;

function dealOut(filter: UsageFilter, found: Found): ProductRequests[] {
  const aboutPeople = isAboutPeople(filter);
  const identities = findIdentities({
    rows: [...found.uses, ...found.endsWithoutStart],
    reports: aboutPeople ? [] : found.reports,
    denials: found.denials,
  });
  const dealt = {
    uses: groupBy(found.uses, toProductKey),
    endsWithoutStart: groupBy(found.endsWithoutStart, toProductKey),
    byCode: groupBy(identities, ({ product }) => product),
    isAboutPeople: aboutPeople,
  };
  return identities.map((identity) => rowsOf(identity, dealt, found));
}

/** The rows of each product, and the products of each code. */
interface Dealt {
  readonly uses: ReadonlyMap<string, readonly ProductUse[]>;
  readonly endsWithoutStart: ReadonlyMap<string, readonly SessionRow[]>;
  readonly byCode: ReadonlyMap<string, readonly Identity[]>;
  readonly isAboutPeople: boolean;
}

function rowsOf(
  identity: Identity,
  dealt: Dealt,
  { denials, requests, reports, snapshots }: Found,
): ProductRequests {
  const key = toProductKey(identity);
  const isOnly = dealt.byCode.get(identity.product)?.length === 1;
  const isNameless = identity.editor === null && identity.model === 'unknown';
  const isAmbiguous = isNameless && !isOnly;
  const isWhole = !isAmbiguous && !dealt.isAboutPeople;
  const isRefused = ({ product }: { readonly product: string }) =>
    product === identity.product && (isOnly || isNameless);
  const uses = dealt.uses.get(key) ?? [];
  return {
    ...identity,
    uses,
    endsWithoutStart: dealt.endsWithoutStart.get(key) ?? [],
    denials: denials.filter(isRefused),
    requests: requests.filter(({ first }) => isRefused(first)),
    isWhole,
    snapshots: isWhole ? snapshots.filter((snapshot) => isPoolOf(snapshot, identity)) : [],
    capacity: isAmbiguous ? new Map() : narrowReports(identity, uses, reports),
  };
}
