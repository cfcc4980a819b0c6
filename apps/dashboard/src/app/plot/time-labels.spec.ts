import { HOUR } from '../../testing/samples';
import { toTimeLabels } from './time-labels';

const MIDNIGHT = Date.UTC(2026, 10, 23, 23);

describe('toTimeLabels', () => {
  it('writes wall clocks, with the date below the first of each day', () => {
    const ticks = [-2, 0, 2].map((hours) => MIDNIGHT + hours * HOUR);
    expect(toTimeLabels(ticks, 'Europe/Paris')).toEqual([
      '22:00\nMon 23 Nov',
      '00:00\nTue 24 Nov',
      '02:00',
    ]);
  });

  it('writes dates where ticks are days apart, also on the day that is an hour short', () => {
    const spring = Date.UTC(2026, 2, 28, 23);
    expect(toTimeLabels([spring, spring + 23 * HOUR], 'Europe/Paris')).toEqual([
      'Sun 29 Mar',
      'Mon 30 Mar',
    ]);
  });
});
