import fc from 'fast-check';
import { anySpans, anySteps, instantsOf, valueAt } from '../testing/any-steps';
import { dormantDays } from './dormant-days';

const DAY = 24 * 3_600_000;
/** In use during the second day. */
const steps = [
  { at: DAY, inUse: 1 },
  { at: 2 * DAY, inUse: 0 },
];

describe('dormantDays', () => {
  it('are the observed days since the last use', () => {
    expect(dormantDays(steps, [{ from: 0, to: 92 * DAY }])).toEqual({
      lastUseAt: 2 * DAY,
      dormantDays: 90,
      observedDays: 92,
      isDormant: true,
    });
    expect(dormantDays(steps, [{ from: 0, to: 92 * DAY - 1 }]).isDormant).toBe(false);
  });

  it('do not count what nobody observed', () => {
    const observed = [
      { from: 0, to: 10 * DAY },
      { from: 100 * DAY, to: 110 * DAY },
    ];
    expect(dormantDays(steps, observed)).toMatchObject({
      dormantDays: 18,
      observedDays: 20,
      isDormant: false,
    });
  });

  it('are all of them where there was no use', () => {
    expect(dormantDays([], [{ from: 0, to: 5 * DAY }], 5)).toEqual({
      lastUseAt: undefined,
      dormantDays: 5,
      observedDays: 5,
      isDormant: true,
    });
  });

  it('are none of a product that is in use', () => {
    expect(dormantDays([{ at: 0, inUse: 1 }], [{ from: 0, to: DAY }])).toMatchObject({
      lastUseAt: DAY,
      dormantDays: 0,
    });
  });

  it('prove nothing where nothing was observed', () => {
    expect(dormantDays([], [])).toMatchObject({ observedDays: 0, isDormant: false });
  });

  it('are the observed instants after the last one in use', () => {
    fc.assert(
      fc.property(anySteps, anySpans, (use, observed) => {
        const instants = instantsOf(observed);
        const last = instants.findLastIndex((at) => valueAt(use, at) > 0);
        expect(dormantDays(use, observed).dormantDays).toBe((instants.length - last - 1) / DAY);
      }),
    );
  });
});
