import fc from 'fast-check';
import { anyRequests } from '../testing/any-requests';
import { concurrencySteps, findPeak, type Counting } from './concurrency';
import type { DemandRequest } from './demand';
import { replayDemand } from './replay-demand';
import { seatsNeeded } from './seats-needed';

const anyCounting = fc.constantFrom<Counting>('seats', 'quantities');
const request = (at: number, lengthMs: number, person: string, quantity = 1): DemandRequest => ({
  at,
  lengthMs,
  quantity,
  seat: person,
  person,
});

describe('seatsNeeded', () => {
  it('is less than the peak, when a few requests may be blocked', () => {
    // Nineteen people come one after the other, one more while another works.
    const requests = Array.from({ length: 19 }, (_, index) =>
      request(index * 10, 10, `person ${index}`),
    );
    const demand = [...requests, request(5, 2, 'zoe')];
    expect(seatsNeeded(demand, 0)).toBe(2);
    expect(seatsNeeded(demand, 0.05)).toBe(1);
    expect(seatsNeeded(demand, 0.049)).toBe(2);
    expect(seatsNeeded(demand, 1)).toBe(0);
  });

  it('is found where a greater number would block more', () => {
    const demand = [
      request(0, 100, 'ann', 2),
      request(1, 1, 'bob'),
      request(2, 1, 'cem'),
      request(3, 1, 'dee'),
    ];
    const blockedWith = (licenses: number) => replayDemand(demand, licenses, 'quantities').blocked;
    expect([0, 1, 2, 3].map(blockedWith)).toEqual([4, 1, 3, 0]);
    expect(seatsNeeded(demand, 0.25, 'quantities')).toBe(1);
    expect(seatsNeeded(demand, 0.24, 'quantities')).toBe(3);
  });

  it('is found where a seat that is held for longer blocks more', () => {
    const demand = [
      request(0, 5, 'ann'),
      request(1, 100, 'bob'),
      request(5, 5, 'bob'),
      request(6, 94, 'cem'),
      ...[11, 13, 15, 17].map((at) => request(at, 1, `person ${at}`)),
    ];
    const blockedWith = (licenses: number) => replayDemand(demand, licenses).blocked;
    expect([0, 1, 2, 3].map(blockedWith)).toEqual([8, 2, 4, 0]);
    expect(seatsNeeded(demand, 0.25)).toBe(1);
  });

  it('is the least number for which the definition holds', () => {
    fc.assert(
      fc.property(
        anyRequests,
        anyCounting,
        fc.constantFrom(0, 0.01, 0.1, 0.25, 0.5),
        (requests, counting, epsilon) => {
          fc.pre(requests.length > 0);
          let least = 0;
          while ((replayDemand(requests, least, counting).blockedShare ?? 0) > epsilon) least++;
          expect(seatsNeeded(requests, epsilon, counting)).toBe(least);
        },
      ),
    );
  });

  it('is the peak of demand, when nothing may be blocked', () => {
    fc.assert(
      fc.property(anyRequests, anyCounting, (requests, counting) => {
        fc.pre(requests.length > 0);
        // What is given back at an instant comes first.
        const intervals = requests.map(({ at, lengthMs, seat, quantity }) => ({
          ...{ from: at, to: at + lengthMs, fromOrder: 1, toOrder: 0 },
          seat,
          quantity,
        }));
        const peak = findPeak(concurrencySteps(intervals, counting), 0, 1_000)?.inUse;
        expect(seatsNeeded(requests, 0, counting)).toBe(peak);
      }),
    );
  });

  it('is not known where nothing was requested', () => {
    expect(seatsNeeded([], 0.01)).toBeUndefined();
  });

  it.each([-0.1, 1.1, NaN])('refuses a share of %f', (epsilon) => {
    expect(() => seatsNeeded([], epsilon)).toThrow(RangeError);
  });
});
