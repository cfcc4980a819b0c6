import { describeSparkline, toSparklinePath } from './sparkline-path';

describe('toSparklinePath', () => {
  it('draws steps from zero to the largest value', () => {
    const { line, area } = toSparklinePath([0, 4], 5, 20);
    expect(line).toBe('M0 19.5H5M5 0.5H10');
    expect(area).toBe('M0 20V19.5H5V20ZM5 20V0.5H10V20Z');
  });

  it('hatches what is unknown instead of drawing zero', () => {
    const { line, hatch } = toSparklinePath([null, 4], 5, 20);
    expect(line).toBe('M5 0.5H10');
    expect(hatch).toBe('M0 20l4 -20M4 20l1 -20');
  });

  it('draws nothing of nothing', () => {
    expect(toSparklinePath([], 5, 20)).toEqual({ area: '', line: '', hatch: '' });
  });
});

describe('describeSparkline', () => {
  it('says the finding in words', () => {
    expect(describeSparkline([4, null, 18, 6])).toBe(
      'Peaks of the last 4 hours: highest 18, lowest 4, this hour 6, 1 h not observed',
    );
    expect(describeSparkline([1, null])).toContain('this hour not observed');
    expect(describeSparkline([null])).toBe('Peaks of the last 1 hours: not observed');
  });
});
