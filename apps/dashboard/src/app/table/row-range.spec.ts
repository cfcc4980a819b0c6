import { assert, integer, property } from 'fast-check';
import { DRAW_ALL_UP_TO, toRowRange } from './row-range';

const at = (top: number) => ({ top, rowHeight: 32, windowHeight: 800 });

describe('toRowRange', () => {
  it('draws all rows of a short table once it has grown', () => {
    expect(toRowRange(DRAW_ALL_UP_TO, at(-5_000), DRAW_ALL_UP_TO)).toEqual({
      start: 0,
      end: DRAW_ALL_UP_TO,
      roomBefore: 0,
      roomAfter: 0,
    });
  });

  it('draws those rows of a short table first that can be seen, and all above them', () => {
    expect(toRowRange(200, at(0), 0)).toEqual({
      start: 0,
      end: 30,
      roomBefore: 0,
      roomAfter: 170 * 32,
    });
    expect(toRowRange(200, at(-3_200), 0)).toMatchObject({ start: 0, end: 130 });
    expect(toRowRange(200, at(0), 70)).toMatchObject({ start: 0, end: 70 });
    expect(toRowRange(10, at(0), 0)).toMatchObject({ start: 0, end: 10, roomAfter: 0 });
  });

  it('draws what can be seen and some around it', () => {
    const range = toRowRange(5_000, at(-32_000), 0);
    expect(range.start).toBeLessThanOrEqual(1_000 - 5);
    expect(range.end).toBeGreaterThanOrEqual(1_025 + 5);
    expect(range.end - range.start).toBeLessThan(45);
  });

  it('draws no more than that where the table begins below the middle of the window', () => {
    expect(toRowRange(5_000, at(500), 0)).toMatchObject({ start: 0, end: 15 });
  });

  it('draws some rows, to measure them, of a table that is still out of sight', () => {
    expect(toRowRange(5_000, at(9_000), 0)).toMatchObject({ start: 0, end: 5 });
  });

  it('keeps the height of the table and covers the window, wherever it is scrolled', () => {
    assert(
      property(
        integer({ min: 301, max: 20_000 }),
        integer({ min: -700_000, max: 2_000 }),
        (count, top) => {
          const { start, end, roomBefore, roomAfter } = toRowRange(count, at(top), 0);
          expect(roomBefore + (end - start) * 32 + roomAfter).toBe(count * 32);
          expect(end - start).toBeLessThan(45);
          const [first, last] = [Math.floor(-top / 32), Math.ceil((800 - top) / 32)];
          if (last > 0 && first < count) {
            expect(start).toBeLessThanOrEqual(Math.max(0, first));
            expect(end).toBeGreaterThanOrEqual(Math.min(count, last));
          }
        },
      ),
    );
  });
});
