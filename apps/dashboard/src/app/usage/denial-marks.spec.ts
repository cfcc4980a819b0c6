import { aProductSeries, aSeries } from '../../testing/usage-samples';
import { sumDenials, toDenialMarks } from './denial-marks';

describe('toDenialMarks', () => {
  it('puts a mark a cause into the middle of its time, want of seats over the others', () => {
    const marks = toDenialMarks(aSeries(), aProductSeries().denials, 'Europe/Paris');
    expect(marks).toEqual([
      { cause: 'policy', at: 0.375, text: 'Tue 11:02: 1 refusal, rule' },
      { cause: 'capacity', at: 0.375, text: 'Tue 11:02: 2 refusals, capacity' },
    ]);
  });
});

describe('sumDenials', () => {
  it('adds up each cause', () => {
    const [point] = aProductSeries().denials;
    const denials = point === undefined ? [] : [point, point];
    expect(sumDenials(denials)).toEqual({ capacity: 4, policy: 2, notEnrolled: 0, other: 0 });
  });
});
