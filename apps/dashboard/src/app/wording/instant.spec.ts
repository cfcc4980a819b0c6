import { HOUR, NOW } from '../../testing/samples';
import {
  formatClock,
  formatClockWithSeconds,
  formatDate,
  formatFullInstant,
  formatInstant,
} from './instant';

const PARIS = 'Europe/Paris';

describe('formatInstant', () => {
  it('names the weekday within six days', () => {
    expect(formatInstant(NOW, PARIS, NOW)).toBe('Tue 14:02');
    expect(formatInstant(NOW - 5 * 24 * HOUR, PARIS, NOW)).toBe('Thu 14:02');
  });

  it('names the day within the year, and the year beyond it', () => {
    expect(formatInstant(NOW - 7 * 24 * HOUR, PARIS, NOW)).toBe('17 Nov 14:02');
    expect(formatInstant(NOW - 365 * 24 * HOUR, PARIS, NOW)).toBe('24 Nov 2025 14:02');
  });

  it('follows the zone', () => {
    expect(formatInstant(NOW, 'Asia/Tokyo', NOW)).toBe('Tue 22:02');
  });
});

describe('the other forms', () => {
  it('write the wall clock on 24 hours', () => {
    expect(formatClock(NOW - 14 * HOUR, PARIS)).toBe('00:02');
    expect(formatClockWithSeconds(NOW, PARIS)).toBe('14:02:10');
  });

  it('write the date alone', () => {
    expect(formatDate(NOW, PARIS)).toBe('Tue 24 Nov');
  });

  it('write an instant in full with the zone', () => {
    expect(formatFullInstant(NOW, PARIS)).toBe('Tue 24 Nov 2026 14:02:10 CET');
  });
});
