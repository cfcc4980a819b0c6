import { aLoad } from '../../testing/capacity-samples';
import { HOUR } from '../../testing/samples';
import { toLoadPath, toLoadPlot } from './load-duration-plot';

const levels = [
  { seats: 1, atLeastMs: 8 * HOUR },
  { seats: 2, atLeastMs: 4 * HOUR },
  { seats: 3, atLeastMs: 1 * HOUR },
];

describe('toLoadPath', () => {
  it('falls from the peak to zero in steps', () => {
    const { line } = toLoadPath({ levels, observedMs: 10 * HOUR }, 4);
    expect(line).toBe('M0 25H10V50H40V75H80V100H100');
  });

  it('lies on the ground where nothing was in use', () => {
    expect(toLoadPath({ levels: [], observedMs: 10 * HOUR }, 1).line).toBe('M0 100H100');
  });
});

describe('toLoadPlot', () => {
  const load = aLoad({ levels, observedMs: 10 * HOUR });

  it('reaches up to what is owned, so that the distance to the limit is true', () => {
    const { yTicks, marks } = toLoadPlot(load, { owned: 10, asked: 5 });
    expect(yTicks.at(-1)).toMatchObject({ at: 100, text: '10' });
    expect(marks).toEqual([
      { axis: 'y', kind: 'owned', at: 100, text: 'owned 10' },
      { axis: 'y', kind: 'asked', at: 50, text: 'what if 5' },
    ]);
  });

  it('draws no line for what is not known, and says so', () => {
    const { label, marks } = toLoadPlot(load, { owned: null, asked: null });
    expect(marks).toEqual([]);
    expect(label).toBe(
      'Load duration: peak 3 licences, for 10 % of the observed time; seats owned not known',
    );
  });
});
