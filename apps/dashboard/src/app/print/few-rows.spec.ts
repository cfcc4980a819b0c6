import { assert, array, integer, property } from 'fast-check';
import { takeFewRows } from './few-rows';

describe('takeFewRows', () => {
  it('takes all rows where there is room for them', () => {
    expect(takeFewRows([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(takeFewRows([], 3)).toEqual([]);
  });

  it('takes the first, the last, and some between, evenly', () => {
    expect(takeFewRows([1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([1, 5, 9]);
  });

  it('takes each row once and in order, whatever their number', () => {
    assert(
      property(integer({ min: 0, max: 500 }), integer({ min: 2, max: 40 }), (length, most) => {
        const rows = Array.from({ length }, (_, index) => index);
        const few = takeFewRows(rows, most);
        expect(few).toHaveLength(Math.min(length, most));
        expect([...few].sort((a, b) => a - b)).toEqual(few);
        expect(new Set(few).size).toBe(few.length);
      }),
    );
    assert(
      property(array(integer(), { minLength: 3 }), (rows) => {
        expect(takeFewRows(rows, 2)).toEqual([rows[0], rows.at(-1)]);
      }),
    );
  });
});
