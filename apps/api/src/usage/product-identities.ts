import type { CapacityPoolInfo, CapacityReportInfo, SessionRow, UseRow } from '@license-monitor/db';
import { toProductKey, type ProductIdentity } from '../products/product-key';
import { groupBy } from './group-by';

export type Identity = ProductIdentity<SessionRow['model']>;

/** Where products come to light. */
interface Sightings {
  readonly rows: readonly Identity[];
  readonly reports: readonly CapacityReportInfo[];
  readonly denials: readonly Pick<Identity, 'product'>[];
}

/** The products that rows, reports of seats and refusals speak of, in order of their codes. */
export function findIdentities({ rows, reports, denials }: Sightings): Identity[] {
  const known = new Map<string, Identity>();
  const add = ({ product, editor, model }: Identity) =>
    known.set(toProductKey({ product, editor, model }), { product, editor, model });
  const isKnown = (fits: (identity: Identity) => boolean) => [...known.values()].some(fits);
  for (const row of rows) add(row);
  for (const pool of reports.flatMap(({ pools }) => pools)) {
    if (!isKnown((identity) => isPoolOf(pool, identity))) add(pool);
  }
  const codes = groupBy([...known.values()], ({ product }) => product);
  for (const { product } of denials) {
    // A refusal names no editor: where several products have the code, it is of none of them for sure.
    if (codes.get(product)?.length !== 1) add({ product, editor: null, model: 'unknown' });
  }
  return [...known.values()].sort(byName);
}

function byName(a: Identity, b: Identity): number {
  const [one, other] = [toProductKey(a), toProductKey(b)];
  return one < other ? -1 : Number(one > other);
}

/** Of each server that gives a product: what was reported of it, narrowed to its pools. */
export function narrowReports(
  identity: Identity,
  uses: readonly Pick<UseRow, 'server'>[],
  reports: readonly CapacityReportInfo[],
): ReadonlyMap<string, readonly CapacityReportInfo[]> {
  const own = reports.map((report) => ({
    ...report,
    pools: report.pools.filter((pool) => isPoolOf(pool, identity)),
  }));
  const servers = new Set([
    ...uses.map(({ server }) => server),
    ...own.filter(({ pools }) => pools.length > 0).map(({ server }) => server),
  ]);
  return new Map(
    [...servers].map((server) => [server, own.filter((report) => report.server === server)]),
  );
}

/** A source may leave out the editor, or the model: then it speaks of any. */
export function isPoolOf(
  pool: Pick<CapacityPoolInfo, 'product' | 'editor' | 'model'>,
  { product, editor, model }: Identity,
): boolean {
  return (
    pool.product === product &&
    (pool.editor === null || editor === null || pool.editor === editor) &&
    (pool.model === 'unknown' || model === 'unknown' || pool.model === model)
  );
}
