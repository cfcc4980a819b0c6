import { aSeatInterval } from '../../testing/usage-samples';
import { describeOwned } from './describe-owned';

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
