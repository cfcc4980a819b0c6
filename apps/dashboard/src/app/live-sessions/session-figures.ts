import type { LicenseModelDto, SessionDto } from '@license-monitor/api-contract';
import { toProductKey } from '../data/product-key';
import { countProducts, countSessions, countUsers } from '../wording/counts';
import { fill } from '../wording/message';
import { countInUse } from '../wording/quantity';

/** Figures of a set of open sessions; they count different things and are never added. */
export interface SessionFigures {
  readonly sessions: number;
  readonly users: number;
  readonly hosts: number;
  readonly products: number;
  /** What is in use by model: licences, active named users, tokens, credits. */
  readonly inUse: ReadonlyMap<LicenseModelDto, number>;
}

/**
 * The licence that a session takes part in. A concurrent user takes one per product and computer,
 * however many sessions run on it; a named user is one, however many computers or servers.
 */
function toLicenseKey(session: SessionDto): string {
  const { server, user, host, display, model } = session;
  const holder = `${toProductKey(session)}\n${user}`;
  return model === 'namedUser' ? holder : `${holder}\n${server}\n${host}\n${display ?? ''}`;
}

function countByModel(sessions: readonly SessionDto[]): ReadonlyMap<LicenseModelDto, number> {
  const counts = new Map<LicenseModelDto, number>();
  const seen = new Set<string>();
  for (const session of sessions) {
    const { model } = session;
    if (model === 'token' || model === 'credit') {
      counts.set(model, (counts.get(model) ?? 0) + session.quantity);
      continue;
    }
    const key = toLicenseKey(session);
    if (seen.has(key)) continue;
    seen.add(key);
    const unit = model === 'unknown' ? 'concurrentUser' : model;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** Counts what a set of open sessions takes. */
export function toSessionFigures(sessions: readonly SessionDto[]): SessionFigures {
  return {
    sessions: sessions.length,
    users: new Set(sessions.map(({ user }) => user)).size,
    hosts: new Set(sessions.map(({ host }) => host)).size,
    products: new Set(sessions.map(toProductKey)).size,
    inUse: countByModel(sessions),
  };
}

/** Writes the licences in use, `17 of 20 licences` where the number owned is known. */
export function describeInUse(figures: SessionFigures, entitlement: number | null): string {
  return [...figures.inUse]
    .map(([model, count]) => countInUse(count, model, entitlement))
    .join(' · ');
}

/** Writes the totals of a view: `214 sessions, 96 users, 5 products`. */
export function describeTotals(figures: SessionFigures, allSessions: number): string {
  const { sessions, users, products } = figures;
  const counted =
    sessions === allSessions
      ? countSessions(sessions)
      : fill(
          $localize`{all, plural, one {{sessions} of # session} other {{sessions} of # sessions}}`,
          { sessions, all: allSessions },
        );
  return [counted, countUsers(users), countProducts(products)].join(', ');
}
