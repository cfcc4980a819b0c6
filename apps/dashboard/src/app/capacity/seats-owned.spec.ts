import { aSeatInterval } from '../../testing/usage-samples';
import { seatNumberAt, seatsOwnedAt } from './seats-owned';

describe('the seats owned at an instant', () => {
  it('are those of the interval that holds it, its end not included', () => {
    const intervals = [aSeatInterval({ from: 10, to: 20, seats: 5 })];
    expect([9, 10, 19, 20].map((at) => seatNumberAt(intervals, at))).toEqual([null, 5, 5, null]);
  });

  it('are unknown without a source, which is not the same as without limit', () => {
    expect(seatsOwnedAt(null, 10)).toEqual({ kind: 'unknown' });
    expect(seatsOwnedAt([aSeatInterval({ from: 0, to: null, seats: null })], 10)).toEqual({
      kind: 'unlimited',
    });
    expect(seatNumberAt(null, 10)).toBeNull();
  });
});
