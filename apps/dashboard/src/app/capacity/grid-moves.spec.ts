import { moveInGrid } from './grid-moves';

const week = { rows: 7, columns: 24 };

describe('moveInGrid', () => {
  it('moves by arrows, and along a row by Home and End', () => {
    const middle = { row: 3, column: 12 };
    expect(moveInGrid('ArrowUp', middle, week)).toEqual({ row: 2, column: 12 });
    expect(moveInGrid('ArrowDown', middle, week)).toEqual({ row: 4, column: 12 });
    expect(moveInGrid('ArrowLeft', middle, week)).toEqual({ row: 3, column: 11 });
    expect(moveInGrid('ArrowRight', middle, week)).toEqual({ row: 3, column: 13 });
    expect(moveInGrid('Home', middle, week)).toEqual({ row: 3, column: 0 });
    expect(moveInGrid('End', middle, week)).toEqual({ row: 3, column: 23 });
  });

  it('stays within the grid', () => {
    const [first, last] = [
      { row: 0, column: 0 },
      { row: 6, column: 23 },
    ];
    expect(moveInGrid('ArrowUp', first, week)).toEqual(first);
    expect(moveInGrid('ArrowLeft', first, week)).toEqual(first);
    expect(moveInGrid('ArrowDown', last, week)).toEqual(last);
    expect(moveInGrid('ArrowRight', last, week)).toEqual(last);
  });

  it('leaves other keys alone', () =>
    expect(moveInGrid('Enter', { row: 0, column: 0 }, week)).toBeNull());
});
