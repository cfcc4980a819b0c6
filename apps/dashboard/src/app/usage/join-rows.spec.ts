import { aProductSeries, aSeries } from '../../testing/usage-samples';
import { HOUR, NOW } from '../../testing/samples';
import { joinRows } from './join-rows';
import { toSeriesRows } from './series-rows';

const rows = toSeriesRows(aSeries(), aProductSeries());

describe('joinRows', () => {
  it('leaves rows alone that are few enough', () => {
    expect(joinRows(rows, 4)).toBe(rows);
    expect(joinRows([], 4)).toEqual([]);
  });

  it('keeps the least and the most, and sums up refusals', () => {
    const [first, second] = joinRows(rows, 2);
    expect(first).toMatchObject({ at: NOW - 4 * HOUR, to: NOW - 2 * HOUR, min: 2, max: 18 });
    expect(first?.denials).toEqual({ capacity: 2, policy: 1, notEnrolled: 0, other: 0 });
    expect(second).toMatchObject({ at: NOW - 2 * HOUR, to: NOW, min: 7, max: 9, coverage: 0.5 });
  });

  it('weighs averages by the time that was observed', () => {
    const halfObserved = rows.map((row, index) => (index === 0 ? { ...row, coverage: 0.5 } : row));
    // (4.5 · ½ h + 17.5 · 1 h) / 1½ h
    expect(joinRows(halfObserved, 2)[0]?.average).toBeCloseTo(13.1667, 3);
    expect(joinRows(halfObserved, 2)[0]?.coverage).toBe(0.75);
  });

  it('knows nothing where nothing was observed', () => {
    const unknown = { min: null, max: null, average: null, coverage: 0 };
    const [joined] = joinRows(
      rows.map((row) => ({ ...row, ...unknown })),
      1,
    );
    expect(joined).toMatchObject(unknown);
  });

  it('tells the whole range, whatever its rows are', () => {
    const joined = joinRows(rows, 3);
    expect(joined.map(({ at, to }) => to - at)).toEqual([2 * HOUR, 2 * HOUR]);
  });
});
