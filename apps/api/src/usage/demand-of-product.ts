import { drawLength, typicalLengths, type DemandRequest } from '@license-monitor/analytics';
import type { SessionRow } from '@license-monitor/db';
import { causeOf } from '../denials/denial-cause';
import type { FoundRequest } from '../denials/denied-requests';
import { toUseInterval } from './use-interval';
import type { ProductSessions, UsageRange } from './usage-range';

/** What was asked for, whether it was granted or not. */
export interface ProductDemand {
  readonly requests: readonly DemandRequest[];
  readonly lost: number;
  readonly delayed: number;
}

/**
 * The demand for a product (features.md §2.11): its sessions, and the requests that were lost for
 * want of licences, as long as its person's sessions usually are. A session that had to wait is asked
 * for when its person was first refused; one that began before the range, at its beginning.
 */
export function demandOfProduct(rows: ProductSessions, range: UsageRange): ProductDemand {
  const refused = rows.requests.filter(({ first }) => causeOf(first) === 'capacity');
  const waited = refused.filter(({ outcome }) => outcome === 'delayed');
  const delayed = new Map<string, FoundRequest>();
  for (const request of waited) {
    const key = grantKey(request.first.user, request.firstAt + (request.waitMs ?? 0));
    // One grant may answer several requests: it was asked for at the first of them.
    if (!delayed.has(key)) delayed.set(key, request);
  }
  const granted = rows.sessions.flatMap((session) => toRequest(session, delayed, range) ?? []);
  const lengths = typicalLengths(rows.sessions.flatMap((session) => toLength(session) ?? []));
  const lost = refused
    .filter(({ outcome }) => outcome === 'lost')
    .flatMap((request) => toLostRequest(request, drawLength(lengths, personOf(request))) ?? []);
  return { requests: [...granted, ...lost], lost: lost.length, delayed: waited.length };
}

const grantKey = (user: string | null, at: number) => `${user} ${at}`;
const personOf = ({ first }: FoundRequest) => first.user ?? first.key;

function toRequest(
  session: SessionRow,
  delayed: ReadonlyMap<string, FoundRequest>,
  { from, to }: UsageRange,
): DemandRequest | undefined {
  const interval = toUseInterval(session, to);
  if (interval === undefined) return undefined;
  const asked = delayed.get(grantKey(session.user, interval.from))?.firstAt ?? interval.from;
  const at = Math.max(from, asked);
  const lengthMs = interval.to - Math.max(from, interval.from);
  const { quantity, user: person } = session;
  return { at, lengthMs, quantity, seat: interval.seat, person };
}

function toLength({ startedAt, endedAt, user }: SessionRow) {
  if (startedAt === null || endedAt === null) return undefined;
  return { person: user, lengthMs: endedAt - startedAt };
}

function toLostRequest(
  request: FoundRequest,
  lengthMs: number | undefined,
): DemandRequest | undefined {
  if (lengthMs === undefined) return undefined;
  const person = personOf(request);
  const seat = `${request.first.server} ${person} refused ${request.first.host}`;
  return { at: request.firstAt, lengthMs, quantity: 1, seat, person };
}
