import { array, assert, integer, option, property, uniqueArray } from 'fast-check';
import { toDrawnRows, type DrawnRow } from './drawn-rows';

const keyOf = (row: number) => row;
const draw = (
  before: readonly DrawnRow<number>[],
  rows: readonly number[],
  { start = 0, focused }: { start?: number; focused?: number | undefined } = {},
) => toDrawnRows({ before, rows, start, focused }, keyOf);
const elementsOf = (drawn: readonly DrawnRow<number>[]) => drawn.map(({ element }) => element);

describe('toDrawnRows', () => {
  const before = draw([], [10, 11, 12, 13]);

  it('makes an element for each row of a table that is new', () => {
    expect(before).toEqual([
      { row: 10, index: 0, element: 0 },
      { row: 11, index: 1, element: 1 },
      { row: 12, index: 2, element: 2 },
      { row: 13, index: 3, element: 3 },
    ]);
  });

  it('fills the elements in their order where all rows are others', () => {
    expect(draw(before, [20, 21, 22, 23], { start: 5 })).toEqual([
      { row: 20, index: 5, element: 0 },
      { row: 21, index: 6, element: 1 },
      { row: 22, index: 7, element: 2 },
      { row: 23, index: 8, element: 3 },
    ]);
  });

  it('leaves the elements of rows that stay, and moves those that are free below them', () => {
    expect(elementsOf(draw(before, [12, 13, 14, 15]))).toEqual([2, 3, 0, 1]);
  });

  it('makes elements rather than moving one above a row that stays', () => {
    expect(elementsOf(draw(before, [8, 9, 10, 11]))).toEqual([4, 5, 0, 1]);
  });

  it('fills the element between two rows that stay with the row that comes between them', () => {
    expect(elementsOf(draw(before, [10, 99, 12, 13]))).toEqual([0, 1, 2, 3]);
  });

  it('leaves rows that change places in their elements', () => {
    expect(elementsOf(draw(before, [12, 99, 10, 11, 13]))).toEqual([2, 4, 0, 1, 3]);
  });

  it('shows no other row in the element that has the focus', () => {
    expect(elementsOf(draw(before, [20, 21, 22, 23], { focused: 1 }))).toEqual([0, 2, 3, 4]);
  });

  it('moves nothing around the focus', () => {
    expect(elementsOf(draw(before, [11, 20, 21, 22], { focused: 1 }))).toEqual([1, 2, 3, 4]);
    expect(elementsOf(draw(before, [12, 13, 14, 15], { focused: 3 }))).toEqual([2, 3, 4, 5]);
  });

  it('draws nothing of no rows, and begins anew afterwards', () => {
    expect(draw(before, [])).toEqual([]);
    expect(elementsOf(draw(draw(before, []), [1, 2]))).toEqual([0, 1]);
  });

  const someRows = uniqueArray(integer({ min: 0, max: 30 }), { maxLength: 20 });

  it('never shows two rows in one element, whatever comes and goes', () => {
    assert(
      property(array(someRows, { minLength: 1, maxLength: 8 }), (states) => {
        let drawn: readonly DrawnRow<number>[] = [];
        for (const state of states) {
          drawn = draw(drawn, state);
          expect(drawn.map(({ row }) => row)).toEqual(state);
          expect(new Set(elementsOf(drawn)).size).toBe(state.length);
        }
      }),
    );
  });

  it('leaves each row that stays in its element, whatever comes and goes around it', () => {
    const focus = option(integer({ min: 0, max: 20 }), { nil: undefined });
    assert(
      property(someRows, someRows, focus, (first, second, focused) => {
        const drawn = draw([], first);
        const elementOf = new Map(drawn.map(({ row, element }) => [row, element]));
        const taken = drawn.some(({ element }) => element === focused) ? focused : undefined;
        for (const { row, element } of draw(drawn, second, { focused })) {
          if (elementOf.has(row)) expect(element).toBe(elementOf.get(row));
          else expect(element).not.toBe(taken ?? -1);
        }
      }),
    );
  });
});
