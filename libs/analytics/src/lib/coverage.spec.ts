import fc from 'fast-check';
import { anySpans, instantsOf } from '../testing/any-steps';
import { findGaps, joinMemberGaps, observedWithin, type Gap, type LogEvidence } from './coverage';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const all = { from: 0, to: 10 * DAY };

const evidence = (over: Partial<LogEvidence>): LogEvidence => ({
  files: [{ from: DAY, to: 9 * DAY - 1 }],
  outages: [],
  followedUntil: null,
  ...over,
});

describe('the gaps of a log', () => {
  it('are the times before its first line and after its last', () => {
    expect(findGaps(evidence({}), all)).toEqual([
      { from: 0, to: DAY, cause: 'beforeFirstLine' },
      { from: 9 * DAY, to: 10 * DAY, cause: 'afterLastLine' },
    ]);
  });

  it('end with the last line only where nobody follows it: else silence says that nothing happened', () => {
    const gaps = findGaps(evidence({ followedUntil: 9.5 * DAY }), all);
    expect(gaps.at(-1)).toEqual({ from: 9.5 * DAY, to: 10 * DAY, cause: 'afterLastLine' });
  });

  it('include more than a day without a line between two files, but not within one', () => {
    const files = [
      { from: 0, to: 3 * DAY },
      { from: 3 * DAY + 23 * HOUR, to: 5 * DAY },
      { from: 7 * DAY, to: 10 * DAY },
    ];
    expect(findGaps(evidence({ files }), all)).toEqual([
      { from: 5 * DAY + 1, to: 7 * DAY, cause: 'fileMissing' },
    ]);
  });

  it('include the times for which the server was down, clipped to the range', () => {
    const outages: Gap[] = [
      { from: 2 * DAY, to: 3 * DAY, cause: 'serverDown' },
      { from: 4 * DAY, to: 4 * DAY + 1, cause: 'serverAsleep' },
    ];
    expect(findGaps(evidence({ outages }), { from: 2.5 * DAY, to: 4 * DAY })).toEqual([
      { from: 2.5 * DAY, to: 3 * DAY, cause: 'serverDown' },
    ]);
  });

  it('are everything where no file was read', () => {
    const files: LogEvidence['files'] = [];
    expect(findGaps(evidence({ files }), all)).toEqual([{ ...all, cause: 'beforeFirstLine' }]);
  });
});

describe('the gaps of a failover cluster', () => {
  const down = (from: number, to: number): Gap => ({ from, to, cause: 'serverDown' });

  it('are those of each log, but it is down only while two members are', () => {
    const missing: Gap = { from: 50, to: 60, cause: 'fileMissing' };
    const gaps = joinMemberGaps([[down(0, 20), missing], [down(10, 30)], [down(25, 40)]]);
    expect(gaps).toEqual([down(10, 20), down(25, 30), missing]);
  });

  it('are those of the one member that is followed', () => {
    expect(joinMemberGaps([[down(0, 20)]])).toEqual([down(0, 20)]);
  });

  it('are none where there is no member', () => {
    expect(joinMemberGaps([])).toEqual([]);
  });
});

describe('the observed time', () => {
  it('and the gaps share no instant, and together they are the range', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(40), fc.nat(60), (gaps, from, length) => {
        const range = { from, to: from + length };
        const observed = instantsOf(observedWithin(range, gaps));
        const inGap = new Set(instantsOf(gaps));
        expect(observed).toEqual(instantsOf([range]).filter((at) => !inGap.has(at)));
      }),
    );
  });
});
