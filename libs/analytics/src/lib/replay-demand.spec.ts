import fc from 'fast-check';
import { anyRequests, anySingleRequests } from '../testing/any-requests';
import type { Counting } from './concurrency';
import { seededRandom } from './seeded-random';
import { erlangB } from './erlang-b';
import { layOutDemand, type DemandRequest } from './demand';
import { blockedRequests, replayDemand } from './replay-demand';

const request = (at: number, lengthMs: number, person = 'ann', quantity = 1): DemandRequest => ({
  at,
  lengthMs,
  quantity,
  seat: `${person} ws1`,
  person,
});

describe('replayDemand', () => {
  it('tells whose requests would have been blocked', () => {
    // Two work from 0 to 100; Cem asks twice meanwhile, Dee later.
    const requests = [
      request(0, 100, 'ann'),
      request(0, 100, 'bob'),
      request(50, 10, 'cem'),
      request(70, 10, 'cem'),
      request(100, 10, 'dee'),
    ];
    expect(replayDemand(requests, 2)).toEqual({
      requests: 5,
      blocked: 2,
      blockedShare: 0.4,
      blockedPeople: 1,
    });
    expect(replayDemand(requests, 3)).toMatchObject({ blocked: 0, blockedPeople: 0 });
    expect(replayDemand(requests, 0)).toMatchObject({ blocked: 5, blockedPeople: 4 });
  });

  it('grants a licence anew that is given back at the same instant', () => {
    expect(replayDemand([request(0, 10, 'ann'), request(10, 10, 'bob')], 1).blocked).toBe(0);
  });

  it('grants a session of no length only when there is a licence, which it then leaves to others', () => {
    const requests = [request(0, 0, 'ann'), request(0, 10, 'bob'), request(5, 0, 'cem')];
    expect(replayDemand(requests, 1)).toMatchObject({ blocked: 1, blockedPeople: 1 });
  });

  it('loses a blocked request: it holds no licence and does not try again', () => {
    const requests = [request(0, 10, 'ann'), request(5, 100, 'bob'), request(20, 10, 'cem')];
    expect(replayDemand(requests, 1)).toMatchObject({ blocked: 1, blockedPeople: 1 });
  });

  it('grants a second session of a seat, which holds the licence until the last one ends', () => {
    const requests = [
      request(0, 10),
      request(5, 10),
      request(12, 10, 'bob'),
      request(15, 1, 'cem'),
    ];
    expect(replayDemand(requests, 1, 'seats')).toMatchObject({ requests: 4, blocked: 1 });
    expect(replayDemand(requests, 1, 'quantities').blocked).toBe(2);
  });

  it('counts tokens by their quantity', () => {
    const requests = [request(0, 10, 'ann', 6), request(1, 10, 'bob', 5), request(2, 10, 'cem', 4)];
    const blocked = [...blockedRequests(layOutDemand(requests, 'quantities'), 10)];
    expect(blocked).toEqual([{ request: requests[1], neededLicenses: 11 }]);
  });

  it('of no request knows no share', () => {
    expect(replayDemand([], 5)).toMatchObject({ requests: 0, blockedShare: undefined });
  });

  it('takes requests in any order', () => {
    fc.assert(
      fc.property(anySingleRequests, fc.nat(6), (requests, licenses) => {
        const unique = requests.map((one, index) => ({ ...one, at: one.at * 100 + index }));
        expect(replayDemand([...unique].reverse(), licenses)).toEqual(
          replayDemand(unique, licenses),
        );
      }),
    );
  });

  it('never has more in use than there are licences, and blocks only when there are too few', () => {
    const anyCounting = fc.constantFrom<Counting>('seats', 'quantities');
    fc.assert(
      fc.property(anyRequests, fc.nat(8), anyCounting, (requests, licenses, counting) => {
        const demand = layOutDemand(requests, counting);
        const ordered = demand.requests;
        const blocked = new Set(
          [...blockedRequests(demand, licenses)].map(({ request: one }) => one),
        );
        for (const [index, one] of ordered.entries()) {
          const held = ordered
            .slice(0, index)
            .filter((other) => !blocked.has(other) && one.at < other.at + other.lengthMs);
          const inUse =
            counting === 'seats'
              ? new Set([...held, one].map(({ seat }) => seat)).size
              : [...held, one].reduce((sum, { quantity }) => sum + quantity, 0);
          expect(blocked.has(one)).toBe(inUse > licenses);
        }
      }),
    );
  });

  it('blocks no other requests with one licence more, where each takes one of its own', () => {
    fc.assert(
      fc.property(anySingleRequests, fc.nat(8), (requests, licenses) => {
        const blockedWith = (count: number) =>
          [...blockedRequests(layOutDemand(requests, 'seats'), count)].map(
            ({ request: one }) => one,
          );
        expect(blockedWith(licenses)).toEqual(expect.arrayContaining(blockedWith(licenses + 1)));
      }),
    );
  });

  it('blocks what Erlang B says, when its assumptions hold', () => {
    const random = seededRandom(7);
    const exponential = (mean: number) => -mean * Math.log(1 - random());
    let at = 0;
    // On average one request every 12 s for a minute each: a load of 5.
    const requests = Array.from({ length: 40_000 }, (_, index) => {
      at += exponential(12_000);
      return request(at, exponential(60_000), `person ${index}`);
    });
    for (const licenses of [3, 6, 9]) {
      const share = replayDemand(requests, licenses).blockedShare;
      expect(share).toBeDefined();
      expect(Math.abs((share ?? 1) - erlangB(5, licenses))).toBeLessThan(0.01);
    }
  });

  it.each([
    [request(0, -1), 1],
    [request(0, 1, 'ann', 0), 1],
    [request(0, 1, 'ann', 1.5), 1],
    [request(0, 1), -1],
  ])('refuses %j with %i licences', (one, licenses) => {
    expect(() => replayDemand([one], licenses)).toThrow(RangeError);
  });
});
