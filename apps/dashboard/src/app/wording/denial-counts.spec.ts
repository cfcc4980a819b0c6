import { aProduct } from '../../testing/samples';
import { describeDenialCounts } from './denial-counts';

describe('describeDenialCounts', () => {
  it('counts by cause and leaves out what did not happen', () => {
    const none = aProduct().denialsToday;
    expect(describeDenialCounts(none)).toBe('');
    expect(describeDenialCounts({ ...none, capacity: 5, policy: 2 })).toBe('5 capacity · 2 rule');
  });
});
