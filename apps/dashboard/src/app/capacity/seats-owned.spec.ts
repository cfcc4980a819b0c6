import { aSeatInterval } from '../../testing/usage-samples';
import { isBeyondOwned, seatNumberAt, seatsOwnedAt } from './seats-owned';

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

describe('what was enough for requests', () => {
  it.each([
    [21, 20, true],
    [20, 20, false],
    [21, null, false],
    [null, 20, false],
  ])('%s of %s owned: %s that a full pool refused some', (enough, owned, expected) => {
    expect(isBeyondOwned(enough, owned)).toBe(expected);
  });
});
