import { HOUR, NOW } from '../../testing/samples';
import { aProductSummary } from '../../testing/usage-samples';
import { toGrowthSentence, toPeaksSentence, toUsageSentence } from './usage-sentence';

const range = { from: NOW - 4 * HOUR, to: NOW };
const reading = { zone: 'Europe/Paris', now: NOW };
const say = (patch: Parameters<typeof aProductSummary>[0]) =>
  toUsageSentence(aProductSummary(patch), range, reading);

describe('toUsageSentence', () => {
  it('says the peak and when, the average over what was observed, and the time at full pool', () => {
    expect(say({})).toBe(
      'CAT peaked at 18 of 20 licences, first on Tue 11:32. ' +
        'On average 9.25 in use over 3 h 00 min observed of 4 h 00 min. The pool was never full.',
    );
  });

  it('says for how long the pool was full, and that the whole range was observed', () => {
    const utilisation = {
      knownMs: 4 * HOUR,
      usedMs: 0,
      capacityMs: 0,
      share: 0.5,
      fullMs: HOUR,
      overageMs: 0,
    };
    const said = say({ utilisation, observedMs: 4 * HOUR });
    expect(said).toContain('over the whole 4 h 00 min.');
    expect(said).toContain('The pool was full for 1 h 00 min (25 %).');
  });

  it('does not guess the seats', () => {
    const said = say({ entitlements: null, utilisation: null });
    expect(said).toContain('CAT peaked at 18 licences, seats owned unknown');
    expect(said).toContain('For how long the pool was full is not known');
  });

  it('tells what was not observed from what was not in use', () => {
    const nothing = { peak: null, peakAt: null, average: null, observedMs: 0, utilisation: null };
    expect(say(nothing)).toBe('CAT: nothing was observed, so its use is not known.');
    expect(say({ peak: 0, peakAt: null, average: 0 })).toContain('CAT was not in use.');
  });
});

describe('toPeaksSentence', () => {
  it('names each product with its unit', () => {
    expect(
      toPeaksSentence([
        aProductSummary(),
        aProductSummary({ product: 'QAT', model: 'token', peak: 60 }),
        aProductSummary({ product: 'KIN', peak: null }),
      ]),
    ).toBe('Peaks: CAT 18 licences, QAT 60 tokens, KIN not observed.');
  });
});

describe('toGrowthSentence', () => {
  const grow = (before: Parameters<typeof aProductSummary>[0]) =>
    toGrowthSentence(aProductSummary(), aProductSummary(before), range);

  it('says by how much the average differs from the range before', () => {
    expect(grow({ average: 8, peak: 17, observedMs: 4 * HOUR })).toBe(
      'Against the 4 h 00 min before: the average is 1.25 more (16 %); then the peak was 17.',
    );
    expect(grow({ average: 10, observedMs: 4 * HOUR })).toContain('the average is 0.75 less (8 %)');
    expect(grow({ average: 9.25 })).toContain('the average is the same');
    expect(grow({ average: 0 })).toContain('the average is 9.25 more;');
  });

  it('says how much of the range before was observed', () => {
    expect(grow({ observedMs: HOUR })).toContain('before, 1 h 00 min of them observed:');
  });

  it('does not call the unknown growth', () => {
    expect(grow({ average: null, peak: null })).toBe(
      'Of the 4 h 00 min before nothing was observed, so whether it grows is not known.',
    );
    expect(toGrowthSentence(aProductSummary(), undefined, range)).toContain('is not known');
  });

  it('speaks of whole days where a range is as good as that', () => {
    const days = { from: NOW - 7 * 24 * HOUR, to: NOW - 5 };
    expect(toGrowthSentence(aProductSummary(), undefined, days)).toContain('Of the 7 days before');
  });
});
