import { describeChanges } from './live-summary';

describe('describeChanges', () => {
  it.each([
    [0, 0, ''],
    [3, 2, '3 sessions opened, 2 closed'],
    [1, 0, '1 session opened'],
    [0, 1, '1 session closed'],
  ])('of %d opened and %d closed is %p', (opened, closed, text) => {
    expect(describeChanges(opened, closed)).toBe(text);
  });
});
