import { FOLLOW_COUNTS, type FollowCounts } from '@license-monitor/db';
import type { TestStores } from './stores';

const HOUR = 3_600_000;

/** Stores with something for every list of every answer, of the last twenty hours. */
export async function fillStores(stores: TestStores, now: number): Promise<void> {
  const begin = now - 20 * HOUR;
  await stores.open();
  await stores.tellSeats(begin, 5, 1);
  await stores.tellSeats(begin, 2, 1, 'manual');
  await stores.tellNoSeats(begin);
  await stores.tell(
    // Nobody ever uses it: its usage is not traced.
    { type: 'denial', at: begin, user: 'kim', product: 'XYZ' },
    { type: 'grant', at: begin },
    { type: 'grant', at: begin + HOUR, user: 'bob', host: 'WS-2' },
    { type: 'grant', at: begin + HOUR, user: 'ann', product: 'HD2', session: 'ann-2' },
    { type: 'denial', at: begin + 2 * HOUR, user: 'eve' },
    { type: 'grant', at: begin + 2 * HOUR + 60_000, user: 'eve' },
    { type: 'detachment', at: begin + 3 * HOUR },
    { type: 'detachment', at: begin + 3 * HOUR, user: 'ann', product: 'HD2', session: 'ann-2' },
    { type: 'timeout', at: begin + 4 * HOUR, user: 'bob', host: 'WS-2' },
    // Its grant is in no log that we have.
    { type: 'detachment', at: begin + 4 * HOUR, user: 'kim' },
    { type: 'denial', at: begin + 5 * HOUR, user: 'kim', product: 'HD2' },
    { type: 'serverStop', at: begin + 6 * HOUR },
    { type: 'serverStart', at: begin + 7 * HOUR },
    { type: 'grant', at: begin + 8 * HOUR, user: 'joe' },
    { type: 'denial', at: begin + 9 * HOUR, user: 'eve', reason: 'policy' },
    { type: 'denial', at: begin + 10 * HOUR, user: 'eve', reason: 'notOwned', product: 'XYZ' },
    { type: 'denial', at: now - 60_000, user: 'eve' },
  );
  const counts = Object.fromEntries(FOLLOW_COUNTS.map((name, nth) => [name, nth]));
  await stores.report({ counts: counts as FollowCounts });
}
