import { FRESH_MS, markFresh } from './fresh-sessions';

describe('markFresh', () => {
  it('marks what was not there before, for a while', () => {
    const first = markFresh(new Map(), new Set([1]), [1, 2], 1_000);
    expect([...first]).toEqual([[2, 1_000 + FRESH_MS]]);
    expect([...markFresh(first, new Set([1, 2]), [1, 2, 3], 2_000).keys()]).toEqual([2, 3]);
    expect([...markFresh(first, new Set([1, 2]), [1, 2], 1_000 + FRESH_MS)]).toEqual([]);
  });
});
