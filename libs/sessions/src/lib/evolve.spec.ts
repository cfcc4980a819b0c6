import fc from 'fast-check';
import { detachment, given, grant, serverStop, sweep, timeout, type Told } from '../testing/given';
import { HEARTBEAT_MS } from './end-session';
import { evolve, evolveInPlace } from './evolve';
import type { SessionEvent } from './session-event';
import { SessionState } from './session-state';

describe('a grant', () => {
  it('opens a session', () => {
    expect(given().when(grant(100))).toMatchObject([
      { kind: 'opened', session: { id: 1, startedAt: 100, endedAt: null, closedBy: null } },
    ]);
  });

  it('opens a second session when the same session id is granted again', () => {
    expect(given(grant(100), grant(200)).open()).toHaveLength(2);
  });
});

describe('a detachment', () => {
  it('closes the session with its product and session id', () => {
    expect(given(grant(100)).when(detachment(300))).toMatchObject([
      {
        kind: 'closed',
        session: {
          id: 1,
          startedAt: 100,
          endedAt: 300,
          closedBy: 'detachment',
          endUncertaintyMs: 0,
          endEventId: 2,
        },
      },
    ]);
  });

  it('closes the oldest of nested grants first, one each', () => {
    const story = given(grant(100), grant(200));
    expect(story.when(detachment(300))).toMatchObject([{ session: { id: 1 } }]);
    expect(story.open()).toMatchObject([{ id: 2 }]);
  });

  it('leaves another product of the same session id alone', () => {
    const story = given(grant(100, { product: 'MD2' }), grant(100, { product: 'HD2' }));
    expect(story.when(detachment(300, { product: 'HD2' }))).toMatchObject([{ session: { id: 2 } }]);
  });

  it('leaves another server alone', () => {
    const story = given(grant(100, { server: 'lic2' }));
    expect(story.when(detachment(300))).toMatchObject([{ kind: 'orphaned' }]);
  });

  it('without a grant is an orphan whose start is unknown', () => {
    expect(given().when(detachment(300))).toMatchObject([
      {
        kind: 'orphaned',
        session: { id: 1, startedAt: null, endedAt: 300, closedBy: 'detachment' },
      },
    ]);
  });

  it('before its grant gives a session of no length, marked negative', () => {
    expect(given(grant(500)).when(detachment(300))).toMatchObject([
      { session: { startedAt: 500, endedAt: 500, isNegative: true } },
    ]);
  });

  it('without a session id closes the session of the same user and machine', () => {
    const story = given(grant(100, { display: '1' }), grant(110, { display: '2' }));
    expect(story.when(detachment(300, { sessionId: null, display: '2' }))).toMatchObject([
      { kind: 'closed', session: { id: 2 } },
    ]);
  });

  it('without a session id and display closes the oldest of the same user and host', () => {
    const story = given(grant(100, { display: '1' }), grant(110, { display: '2' }));
    expect(story.when(detachment(300, { sessionId: null, display: '9' }))).toMatchObject([
      { session: { id: 1 } },
    ]);
  });

  it('with another session id does not close a session by user and machine', () => {
    const story = given(grant(100, { sessionId: 'A' }));
    expect(story.when(detachment(300, { sessionId: 'B' }))).toMatchObject([{ kind: 'orphaned' }]);
  });

  it('closes a session that was granted without a session id', () => {
    const story = given(grant(100, { sessionId: null }));
    expect(story.when(detachment(300, { sessionId: 'B' }))).toMatchObject([{ kind: 'closed' }]);
  });
});

describe('a timeout', () => {
  it('carries the heartbeat as the uncertainty of its end', () => {
    expect(given(grant(0)).when(timeout(HEARTBEAT_MS * 2))).toMatchObject([
      { session: { closedBy: 'timeout', endUncertaintyMs: HEARTBEAT_MS } },
    ]);
  });

  it('is never more uncertain than the session is long', () => {
    expect(given(grant(100)).when(timeout(400))).toMatchObject([
      { session: { endUncertaintyMs: 300 } },
    ]);
  });
});

describe('a server stop', () => {
  it('makes open sessions uncertain and closes none', () => {
    const story = given(grant(100), grant(200, { server: 'lic2' }));
    expect(story.when(serverStop(300))).toMatchObject([
      { kind: 'marked', session: { id: 1, uncertainSince: 300, endedAt: null } },
    ]);
    expect(story.open()).toHaveLength(2);
  });

  it('keeps the first mark when the start follows the stop', () => {
    expect(given(grant(100), serverStop(300)).when(serverStop(310))).toEqual([]);
  });

  it('is forgotten when the same key is granted again', () => {
    const changes = given(grant(100), serverStop(300)).when(grant(400));
    expect(changes).toMatchObject([
      { kind: 'marked', session: { id: 1, uncertainSince: null } },
      { kind: 'opened', session: { id: 3 } },
    ]);
  });
});

describe('a sweep', () => {
  it('closes the session at its assumed end, all of it uncertain', () => {
    expect(given(grant(100)).when(sweep(900, 1, 'presumedLost'))).toMatchObject([
      {
        kind: 'closed',
        session: { endedAt: 900, closedBy: 'presumedLost', endUncertaintyMs: 800 },
      },
    ]);
  });

  it('changes nothing when the session has ended meanwhile', () => {
    expect(given(grant(100), detachment(200)).when(sweep(900, 1, 'presumedLost'))).toEqual([]);
  });

  it('is corrected by a later real end', () => {
    const story = given(grant(100), sweep(900, 1, 'serverRestart'));
    expect(story.when(detachment(1500))).toMatchObject([
      {
        kind: 'corrected',
        session: {
          id: 1,
          startedAt: 100,
          endedAt: 1500,
          closedBy: 'detachment',
          endUncertaintyMs: 0,
        },
      },
    ]);
  });
});

describe('the fold', () => {
  const anyWords = fc.record({
    product: fc.constantFrom('MD2', 'HD2'),
    user: fc.constantFrom('ann', 'bob'),
    sessionId: fc.constantFrom('A', 'B', null),
  });
  const anyStory = fc.array(
    fc.oneof(
      anyWords.map((words) => grant(0, words)),
      anyWords.map((words) => detachment(0, words)),
      anyWords.map((words) => timeout(0, words)),
      fc.constant(serverStop(0)),
      fc.nat(30).map((id) => sweep(0, id, 'presumedLost')),
    ),
    { maxLength: 40 },
  );
  const number = (story: readonly Told[]) =>
    story.map((event, index) => ({ ...event, id: index + 1, at: index * 10 }) as SessionEvent);

  it('opens one session per grant and ends none twice', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const state = new SessionState();
        const ended = number(story)
          .flatMap((event) => evolveInPlace(state, event))
          .filter(({ kind }) => kind === 'closed')
          .map(({ session }) => session.id);
        expect(new Set(ended).size).toBe(ended.length);
        const grants = story.filter(({ type }) => type === 'grant').length;
        expect(state.openCount + ended.length).toBe(grants);
      }),
    );
  });

  it('goes on from a copy of its sessions as if it had never stopped', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(40), (story, cut) => {
        const events = number(story);
        const whole = new SessionState();
        const expected = events.map((event) => evolveInPlace(whole, event));
        let state = new SessionState();
        const actual = events.map((event, index) => {
          if (index === cut) state = state.copy();
          return evolveInPlace(state, event);
        });
        expect(actual).toEqual(expected);
      }),
    );
  });

  it('leaves the given state untouched in its pure form', () => {
    const before = new SessionState();
    const { state } = evolve(before, number([grant(0)])[0]!);
    expect([before.openCount, state.openCount]).toEqual([0, 1]);
  });
});
