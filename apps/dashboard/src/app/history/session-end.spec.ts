import { aClosedSession } from '../../testing/samples';
import { describeEnd, toLength } from './session-end';

describe('describeEnd', () => {
  it('names the end, what is assumed, and how sure it is', () => {
    expect(describeEnd(aClosedSession())).toBe('detachment');
    expect(
      describeEnd(aClosedSession({ closedBy: 'timeout', endUncertaintyMs: 17 * 60_000 })),
    ).toBe('timeout, up to 17 min earlier');
    expect(describeEnd(aClosedSession({ closedBy: 'serverRestart' }))).toBe(
      'server restart (assumed)',
    );
    expect(describeEnd(aClosedSession({ closedBy: 'presumedLost' }))).toBe(
      'presumed lost (assumed)',
    );
    expect(describeEnd(aClosedSession({ closedBy: null }))).toBe('unknown');
  });
});

describe('toLength', () => {
  it('needs both ends', () => {
    expect(toLength(aClosedSession({ startedAt: 1_000, endedAt: 5_000 }))).toBe(4_000);
    expect(toLength(aClosedSession({ startedAt: null }))).toBeNull();
  });
});
