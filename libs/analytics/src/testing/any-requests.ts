import fc from 'fast-check';
import type { DemandRequest } from '../lib/demand';

/** Requests of four people between 0 and 60, each of some length. */
export const anyRequests: fc.Arbitrary<DemandRequest[]> = fc
  .array(
    fc.record({
      at: fc.nat(60),
      lengthMs: fc.integer({ min: 1, max: 25 }),
      quantity: fc.integer({ min: 1, max: 4 }),
      person: fc.constantFrom('ann', 'bob', 'cem', 'dee'),
    }),
    { maxLength: 25 },
  )
  .map((requests) => requests.map((request) => ({ ...request, seat: `${request.person} ws1` })));

/** The same with one licence each, and each from another seat. */
export const anySingleRequests: fc.Arbitrary<DemandRequest[]> = anyRequests.map((requests) =>
  requests.map((request, index) => ({ ...request, quantity: 1, seat: `seat ${index}` })),
);
