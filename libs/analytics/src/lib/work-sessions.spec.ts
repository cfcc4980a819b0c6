import fc from 'fast-check';
import { sessionLengths } from './session-lengths';
import { joinSpans } from './span';
import { workSessions, type OwnedSession } from './work-sessions';

const MINUTE = 60_000;
const session = (
  startedAt: number | null,
  endedAt: number | null,
  key = 'ann ws1 MD2',
): OwnedSession => ({ key, startedAt, endedAt, endUncertaintyMs: 0 });

describe('workSessions', () => {
  it('join what a lost connection cut in two', () => {
    const sessions = [
      session(0, 30 * MINUTE),
      session(32 * MINUTE, 60 * MINUTE),
      session(62 * MINUTE + 1, 90 * MINUTE),
    ];
    const joined = workSessions(sessions);
    expect(joined.map((one) => [one.startedAt, one.endedAt, one.sessions])).toEqual([
      [0, 60 * MINUTE, 2],
      [62 * MINUTE + 1, 90 * MINUTE, 1],
    ]);
    expect(sessionLengths(joined)).toMatchObject({ closed: 2, meanMs: (88 * MINUTE - 1) / 2 });
  });

  it('are of one user, host and product', () => {
    expect(workSessions([session(0, 10), session(10, 20, 'ann ws2 MD2')])).toHaveLength(2);
  });

  it('go on while any of their sessions is open', () => {
    const joined = workSessions([
      session(0, null),
      session(5, 10),
      session(9 * MINUTE, 10 * MINUTE),
    ]);
    expect(joined).toMatchObject([{ startedAt: 0, endedAt: null, sessions: 3 }]);
  });

  it('keep what is uncertain of the end that counts', () => {
    const uncertain = { ...session(0, 20), endUncertaintyMs: 7 };
    expect(workSessions([uncertain, session(5, 10)])).toMatchObject([
      { endedAt: 20, endUncertaintyMs: 7 },
    ]);
    expect(workSessions([uncertain, session(5, 30)])).toMatchObject([
      { endedAt: 30, endUncertaintyMs: 0 },
    ]);
  });

  it('leave a session alone whose start is not known', () => {
    const joined = workSessions([session(5, 10), session(null, 9), session(null, 8)]);
    expect(joined.map(({ startedAt, sessions }) => [startedAt, sessions])).toEqual([
      [null, 1],
      [null, 1],
      [5, 1],
    ]);
  });

  it('are the spans joined, of each key by itself, and lose no session', () => {
    const anySessions = fc.array(
      fc
        .record({ from: fc.nat(200), length: fc.nat(30), key: fc.constantFrom('a', 'b') })
        .map(({ from, length, key }) => session(from, from + length, key)),
    );
    fc.assert(
      fc.property(anySessions, fc.integer({ min: 1, max: 20 }), (sessions, gap) => {
        const joined = workSessions(sessions, gap);
        expect(joined.reduce((sum, one) => sum + one.sessions, 0)).toBe(sessions.length);
        for (const key of ['a', 'b']) {
          const stretched = sessions
            .filter((one) => one.key === key)
            .map((one) => ({ from: one.startedAt ?? 0, to: (one.endedAt ?? 0) + gap }));
          const expected = joinSpans(stretched).map(({ from, to }) => [from, to - gap]);
          const found = joined.filter((one) => one.key === key);
          expect(found.map((one) => [one.startedAt, one.endedAt])).toEqual(expected);
        }
      }),
    );
  });
});
