import fc from 'fast-check';
import type { UseInterval } from '../lib/concurrency';

/** Holds of four seats between 0 and 140, in the order of the log. */
export const anyUse = fc
  .array(
    fc.record({
      from: fc.nat(100),
      length: fc.nat(40),
      seat: fc.constantFrom('a', 'b', 'c', 'd'),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ from, length, seat, quantity }, at): UseInterval => ({
      from,
      to: from + length,
      fromOrder: at,
      toOrder: 100 + at,
      seat,
      quantity,
    })),
  );
