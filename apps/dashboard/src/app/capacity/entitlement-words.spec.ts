import type { EntitlementPoolDto } from '@license-monitor/api-contract';
import { anInterval } from '../../testing/capacity-samples';
import { HOUR, NOW } from '../../testing/samples';
import { describeExpiry, describeInterval, formatSeats } from './entitlement-words';

const endingAt = (validTo: number | null): EntitlementPoolDto => ({
  server: 'lic1',
  source: 'usageCsv',
  seats: 20,
  validFrom: null,
  validTo,
});

describe('describeInterval', () => {
  it('says what is assumed, and who says otherwise', () => {
    const others = [{ source: 'usageCsv', seats: 18 } as const];
    expect(describeInterval(anInterval({ isAssumed: true, others }))).toBe(
      'assumed: concluded from a later report; sources differ: getLicenseUsage -csv says 18',
    );
  });

  it('is silent where there is nothing to say', () => {
    expect(describeInterval(anInterval())).toBe('');
  });
});

describe('describeExpiry', () => {
  it('warns two months ahead', () => {
    expect(describeExpiry(endingAt(NOW + 25 * HOUR), NOW)).toEqual({
      kind: 'soon',
      text: 'expires in 2 days',
    });
    expect(describeExpiry(endingAt(NOW + 100 * 24 * HOUR), NOW).kind).toBe('later');
  });

  it('tells an end that has passed from one that is not known', () => {
    expect(describeExpiry(endingAt(NOW), NOW).kind).toBe('past');
    expect(describeExpiry(endingAt(null), NOW)).toEqual({ kind: 'none', text: 'no end is known' });
  });
});

describe('formatSeats', () => {
  it('tells no limit from none', () => {
    expect([null, 0, 1200].map(formatSeats)).toEqual(['no limit', '0', '1,200']);
  });
});
