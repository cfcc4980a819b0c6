import fc from 'fast-check';
import { anySpans, instantsOf } from '../testing/any-steps';
import { timeWithin } from './time-within';

describe('timeWithin', () => {
  it('counts a time once that two spans cover', () => {
    const within = timeWithin([
      { from: 5, to: 20 },
      { from: 0, to: 10 },
      { from: 30, to: 40 },
    ]);
    expect(within(8, 35)).toBe(17);
    expect(within(20, 30)).toBe(0);
  });

  it('is the number of instants that are in both', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(130), fc.nat(130), (spans, from, length) => {
        const expected = instantsOf(spans).filter((at) => at >= from && at < from + length).length;
        expect(timeWithin(spans)(from, from + length)).toBe(expected);
      }),
    );
  });
});
