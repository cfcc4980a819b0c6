import fc from 'fast-check';
import type { Place } from './cursor';
import { comparePlaces, nameKey, orderRows } from './ordered';

const place = fc.record({
  key: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 })),
  id: fc.nat(5),
});
const order = fc.boolean().map((isDescending) => ({ column: 'key', isDescending }));
const identity = (one: Place) => one;

describe('rows in order', () => {
  it('have unknown ones at the end in both directions, and equal ones by their ids', () => {
    const rows = [2, null, 1, 2].map((key, id) => ({ key, id }));
    const ids = (isDescending: boolean) =>
      orderRows(rows, { column: 'key', isDescending }, identity).map(({ id }) => id);
    expect(ids(false)).toEqual([2, 0, 3, 1]);
    expect(ids(true)).toEqual([3, 0, 2, 1]);
  });

  it('go on behind any place', () => {
    fc.assert(
      fc.property(fc.array(place), place, order, (rows, after, sort) => {
        const rest = orderRows(rows, sort, identity, after);
        const before = rows.length - rest.length;
        expect(orderRows(rows, sort, identity).slice(before)).toEqual(rest);
        expect(rest.every((one) => comparePlaces(after, one, sort) < 0)).toBe(true);
      }),
    );
  });

  it('are compared by names without case, and by no more of them than a cursor can hold', () => {
    expect([nameKey('ANN'), nameKey(null), nameKey('x'.repeat(300))]).toEqual([
      'ann',
      null,
      'x'.repeat(100),
    ]);
  });
});
