import { NOW } from '../../testing/samples';
import { describeRange } from './describe-range';
import { parseTimePoint } from './time-point';

const describeTexts = (from: string, to: string) =>
  describeRange({ from: parseTimePoint(from), to: parseTimePoint(to) }, 'Europe/Paris', NOW);

describe('describeRange', () => {
  it('says that seven days are meant where nothing is said', () => {
    expect(describeTexts('', '')).toBe('in the last 7 days of the log');
    expect(describeTexts('', '2026-11-23T09:00Z')).toBe('in the 7 days before Mon 10:00');
  });

  it('names a length that ends now', () => {
    expect(describeTexts('now-24h', '')).toBe('in the last 24 hours');
    expect(describeTexts('now-1w', 'now')).toBe('in the last 1 week');
  });

  it('names the ends of a range of one’s own in the zone', () => {
    expect(describeTexts('2026-11-23T08:00Z', '')).toBe('since Mon 09:00');
    expect(describeTexts('2026-11-23T08:00Z', '2026-11-24T08:00Z')).toBe(
      'from Mon 09:00 to Tue 09:00',
    );
  });
});
