import { chargeback } from './chargeback';

const HOUR = 3_600_000;

describe('chargeback', () => {
  it('is the licence-hours by their factor, which is 1 if nobody says otherwise', () => {
    expect(chargeback(10 * 2 * HOUR, 1.5)).toBe(30);
    expect(chargeback(90 * 60_000)).toBe(1.5);
  });
});
