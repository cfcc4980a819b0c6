import type {
  CapacityReportInfo,
  HistoryReader,
  NameFilter,
  SessionRow,
  UseSnapshotInfo,
} from '@license-monitor/db';
import type { FoundRequests } from '../denials/denied-requests';
import { toProductKey } from '../products/product-key';
import { groupBy } from './group-by';
import { findIdentities, isPoolOf, narrowReports, type Identity } from './product-identities';
import type { ProductRows } from './usage-range';

/** The range and the names that figures are asked for. */
export type UsageFilter = NameFilter & { readonly from: number; readonly to: number };

/** What a range brings, before it is dealt out to the products. */
interface Found {
  readonly sessions: readonly SessionRow[];
  readonly endsWithoutStart: readonly SessionRow[];
  readonly reports: readonly CapacityReportInfo[];
  readonly snapshots: readonly UseSnapshotInfo[];
  readonly denied: FoundRequests;
}

/**
 * Everything that is known of each product within a range, in order of its code: of those with
 * sessions, with ends, with refusals, or with seats.
 */
export async function readProducts(
  history: HistoryReader,
  filter: UsageFilter,
  denied: FoundRequests,
): Promise<ProductRows[]> {
  const { from, to } = filter;
  const found: Found = {
    sessions: await history.sessions.overlapping(from, to, filter),
    endsWithoutStart: await history.sessions.withoutStart(from, to, filter),
    reports: await history.capacity.reports(filter),
    snapshots: await history.capacity.useSnapshots(filter, from, to),
    denied,
  };
  const isAboutPeople = filter.users.length > 0 || filter.hosts.length > 0;
  const identities = findIdentities({
    rows: [...found.sessions, ...found.endsWithoutStart],
    reports: isAboutPeople ? [] : found.reports,
    denials: denied.denials,
  });
  const dealt = {
    sessions: groupBy(found.sessions, toProductKey),
    endsWithoutStart: groupBy(found.endsWithoutStart, toProductKey),
    byCode: groupBy(identities, ({ product }) => product),
    isAboutPeople,
  };
  return identities.map((identity) => rowsOf(identity, dealt, found));
}

/** The rows of each product, and the products of each code. */
interface Dealt {
  readonly sessions: ReadonlyMap<string, readonly SessionRow[]>;
  readonly endsWithoutStart: ReadonlyMap<string, readonly SessionRow[]>;
  readonly byCode: ReadonlyMap<string, readonly Identity[]>;
  readonly isAboutPeople: boolean;
}

function rowsOf(
  identity: Identity,
  dealt: Dealt,
  { denied, reports, snapshots }: Found,
): ProductRows {
  const key = toProductKey(identity);
  const isOnly = dealt.byCode.get(identity.product)?.length === 1;
  const isNameless = identity.editor === null && identity.model === 'unknown';
  const isAmbiguous = isNameless && !isOnly;
  const isWhole = !isAmbiguous && !dealt.isAboutPeople;
  const isRefused = ({ product }: { readonly product: string }) =>
    product === identity.product && (isOnly || isNameless);
  const sessions = dealt.sessions.get(key) ?? [];
  return {
    ...identity,
    sessions,
    endsWithoutStart: dealt.endsWithoutStart.get(key) ?? [],
    denials: denied.denials.filter(isRefused),
    requests: denied.requests.filter(({ first }) => isRefused(first)),
    isWhole,
    snapshots: isWhole ? snapshots.filter((snapshot) => isPoolOf(snapshot, identity)) : [],
    capacity: isAmbiguous ? new Map() : narrowReports(identity, sessions, reports),
  };
}
