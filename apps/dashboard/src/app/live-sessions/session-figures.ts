import type { LicenseModelDto, SessionDto } from '@license-monitor/api-contract';
import { keysOf } from '../data/session-keys';
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

function countByModel(sessions: readonly SessionDto[]): ReadonlyMap<LicenseModelDto, number> {
  const counts = new Map<LicenseModelDto, number>();
  const seen = new Set<string>();
  for (const session of sessions) {
    const { model } = session;
    if (model === 'token' || model === 'credit') {
      counts.set(model, (counts.get(model) ?? 0) + session.quantity);
      continue;
    }
    const { license } = keysOf(session);
    if (seen.has(license)) continue;
    seen.add(license);
    const unit = model === 'unknown' ? 'concurrentUser' : model;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** Counts what a set of open sessions takes. */
export function toSessionFigures(sessions: readonly SessionDto[]): SessionFigures {
  const users = new Set<string>();
  const hosts = new Set<string>();
  const products = new Set<string>();
  for (const session of sessions) {
    users.add(session.user);
    hosts.add(session.host);
    products.add(keysOf(session).product);
  }
  return {
    sessions: sessions.length,
    users: users.size,
    hosts: hosts.size,
    products: products.size,
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
