import { toWaitMs } from './recovery';

describe('toWaitMs', () => {
  it('grows and then stays', () => {
    expect([0, 1, 2, 3, 9].map(toWaitMs)).toEqual([2_000, 5_000, 10_000, 15_000, 15_000]);
  });
});
