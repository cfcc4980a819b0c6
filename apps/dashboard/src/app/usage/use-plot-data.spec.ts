import { array, assert, integer, property, record } from 'fast-check';
import { HOUR, NOW } from '../../testing/samples';
import { aProductSeries, aSeatInterval, aSeries } from '../../testing/usage-samples';
import { joinSpans, toUnobserved, totalMs, toUsePlotData } from './use-plot-data';

const START = NOW - 4 * HOUR;

describe('toUsePlotData', () => {
  it('has a corner at the start and at the end of each of the equal times', () => {
    const { x, min, max } = toUsePlotData(aSeries(), aProductSeries());
    expect(x.map((at) => (at - START) / HOUR)).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
    expect(max).toEqual([5, 5, 18, 18, null, null, 9, 9]);
    expect(min).toEqual([2, 2, 5, 5, null, null, 7, 7]);
  });

  it('cuts the last time at the end of the range', () => {
    const { x } = toUsePlotData(aSeries({ to: NOW - HOUR / 2 }), aProductSeries());
    expect(x.at(-1)).toBe(NOW - HOUR / 2);
  });

  it('steps where the seats change, and draws none where they are unknown or without limit', () => {
    const entitlements = [
      aSeatInterval({ to: START + HOUR, seats: 10 }),
      aSeatInterval({ from: START + HOUR, to: START + 2 * HOUR, seats: 20 }),
      aSeatInterval({ from: START + 2 * HOUR, to: START + 3 * HOUR, seats: null }),
    ];
    const { owned } = toUsePlotData(aSeries(), aProductSeries({ entitlements }));
    expect(owned).toEqual([10, 10, 20, 20, null, null, null, null]);
    const meanwhile = [
      aSeatInterval({ to: START + HOUR / 2, seats: 10 }),
      aSeatInterval({ from: START + HOUR / 2, seats: 20 }),
    ];
    const later = toUsePlotData(aSeries(), aProductSeries({ entitlements: meanwhile }));
    expect(later.owned.slice(0, 4)).toEqual([10, 10, 20, 20]);
  });

  it('leaves room above what is in use and above what is owned, and begins at zero', () => {
    expect(toUsePlotData(aSeries(), aProductSeries()).top).toBe(23);
    expect(toUsePlotData(aSeries(), aProductSeries({ entitlements: null })).top).toBe(21);
    expect(toUsePlotData(aSeries(), aProductSeries({ points: [] })).top).toBe(2);
  });
});

describe('joinSpans', () => {
  const spans = array(
    record({ from: integer({ min: 0, max: 100 }), length: integer({ min: 1, max: 30 }) }),
  ).map((list) => list.map(({ from, length }) => ({ from, to: from + length })));

  it('covers the same instants with times that are apart and in order', () => {
    const covers = (list: readonly { from: number; to: number }[], at: number) =>
      list.some(({ from, to }) => from <= at && at < to);
    assert(
      property(spans, (list) => {
        const joined = joinSpans(list);
        for (let at = 0; at < 131; at += 1) expect(covers(joined, at)).toBe(covers(list, at));
        joined.slice(1).forEach(({ from }, index) => {
          expect(from).toBeGreaterThan(joined[index]?.to ?? from);
        });
        expect(totalMs(joined)).toBe(
          Array.from({ length: 131 }, (_, at) => at).filter((at) => covers(list, at)).length,
        );
      }),
    );
  });
});

describe('toUnobserved', () => {
  it('keeps every cause of times that overlap', () => {
    expect(
      toUnobserved([
        { from: 0, to: 10, cause: 'serverDown' },
        { from: 5, to: 20, cause: 'notTraced' },
        { from: 30, to: 40, cause: 'serverDown' },
      ]),
    ).toEqual([
      { from: 0, to: 20, causes: ['serverDown', 'notTraced'] },
      { from: 30, to: 40, causes: ['serverDown'] },
    ]);
  });
});
