import { given, grant, serverStop, type Told } from '../testing/given';
import { findLostSessions } from './find-lost-sessions';

const policy = { maxAgeMs: () => 1_000, restartGraceMs: 100 };
const lost = (now: number, ...story: readonly Told[]) =>
  findLostSessions(given(...story).open(), now, policy).map(({ rule, endedAt }) => [rule, endedAt]);

describe('findLostSessions', () => {
  it('leaves a young session alone', () => {
    expect(lost(1_099, grant(100))).toEqual([]);
  });

  it('presumes a session lost at the age limit, however late it is asked', () => {
    expect(lost(1_100, grant(100))).toEqual([['presumedLost', 1_100]]);
    expect(lost(9_999, grant(100))).toEqual([['presumedLost', 1_100]]);
  });

  it('ends a session at the restart it stayed silent after, once the grace is over', () => {
    expect(lost(299, grant(100), serverStop(200))).toEqual([]);
    expect(lost(300, grant(100), serverStop(200))).toEqual([['serverRestart', 200]]);
  });

  it('keeps a session that gave a sign of life after the restart', () => {
    expect(lost(400, grant(100), serverStop(200), grant(250))).toEqual([]);
  });
});
