import { aSeatInterval } from '../../testing/usage-samples';
import { describeOwned, ownedAt } from './owned-at';

describe('ownedAt', () => {
  const entitlements = [aSeatInterval({ from: 10, to: 20, seats: 5 })];

  it('is what holds at the instant, its end not included', () => {
    expect([9, 10, 19, 20].map((at) => ownedAt(entitlements, at))).toEqual([null, 5, 5, null]);
    expect(ownedAt(null, 10)).toBeNull();
  });
});

describe('describeOwned', () => {
  it('says what the line of seats does not', () => {
    expect(describeOwned(null)).toContain('not known');
    expect(describeOwned([aSeatInterval()])).toBe('');
    const doubtful = aSeatInterval({
      seats: null,
      isAssumed: true,
      others: [{ source: 'manual', seats: 4 }],
    });
    expect(describeOwned([doubtful])).toBe(
      'Where no line of seats is drawn they are without limit. ' +
        'Seats before the first report of them are an assumption. ' +
        'Sources differ on the number of seats; the one that counts first is drawn.',
    );
  });
});
