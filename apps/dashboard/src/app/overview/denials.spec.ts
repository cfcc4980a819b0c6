import { aProduct } from '../../testing/samples';
import { describeDenialsToday } from './denials';

describe('describeDenialsToday', () => {
  it('counts by cause and leaves out what did not happen', () => {
    const none = aProduct().denialsToday;
    expect(describeDenialsToday(none)).toBe('');
    expect(describeDenialsToday({ ...none, capacity: 5, policy: 2 })).toBe('5 capacity · 2 rule');
  });
});
