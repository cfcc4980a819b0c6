import { concurrencySteps, type Steps } from '@license-monitor/analytics';
import type { SessionRow, UseRow } from '@license-monitor/db';
import { toProductKey } from '../products/product-key';
import { groupBy } from './group-by';
import { COUNTING, toUseInterval } from './use-interval';

/** The use of one product of one server or cluster. */
export type ProductUse = Omit<UseRow, 'steps'> & { readonly steps: Steps };

/**
 * The use that sessions make, as the history stores that of all sessions; what is open lasts until
 * `until`.
 */
export function useOfSessions(sessions: readonly SessionRow[], until: number): ProductUse[] {
  const pools = groupBy(sessions, (one) => `${toProductKey(one)}\u0000${one.server}`);
  return [...pools.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { server, product, editor, model } = first;
    const intervals = own.flatMap((session) => toUseInterval(session, until) ?? []);
    const steps = concurrencySteps(intervals, COUNTING[model]);
    return [{ server, product, editor, model, steps }];
  });
}
