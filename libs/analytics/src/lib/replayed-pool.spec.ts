import fc from 'fast-check';
import { anyRequests } from '../testing/any-requests';
import { valueAt } from '../testing/any-steps';
import { concurrencySteps, type Counting } from './concurrency';
import { layOutDemand } from './demand';
import { ReplayedPool } from './replayed-pool';

describe('ReplayedPool', () => {
  it('that grants all has the concurrent use of the sessions in use', () => {
    const anyCounting = fc.constantFrom<Counting>('seats', 'quantities');
    fc.assert(
      fc.property(anyRequests, anyCounting, (requests, counting) => {
        const demand = layOutDemand(requests, counting);
        const pool = new ReplayedPool(demand);
        const intervals = demand.requests.map(({ at, lengthMs, seat, quantity }) => ({
          ...{ from: at, to: at + lengthMs, fromOrder: 0, toOrder: 0 },
          seat,
          quantity,
        }));
        for (const [index, { at }] of demand.requests.entries()) {
          pool.advanceTo(at);
          const granted = concurrencySteps(intervals.slice(0, index + 1), counting);
          expect(pool.inUseWith(index)).toBe(valueAt(granted, at));
          pool.grant(index);
        }
      }),
    );
  });
});
