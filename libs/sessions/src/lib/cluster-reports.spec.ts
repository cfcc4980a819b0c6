import fc from 'fast-check';
import {
  detachment,
  given,
  grant,
  serverStart,
  serverStop,
  sweep,
  timeout,
  type Told,
} from '../testing/given';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const a = { member: 'lic-a' };
const b = { member: 'lic-b' };
const c = { member: 'lic-c' };

describe('a failover cluster', () => {
  it('ends by one member what another granted', () => {
    expect(given(grant(100, a)).when(detachment(900, b))).toMatchObject([
      { kind: 'closed', session: { id: 1, startedAt: 100, endedAt: 900, closedBy: 'detachment' } },
    ]);
  });

  it('takes the grant of another member for the same session while it is open', () => {
    const story = given(grant(100, a));
    expect(story.when(grant(40 * 60 * SECOND, b))).toMatchObject([
      { kind: 'joined', session: { id: 1, startedAt: 100 } },
    ]);
    expect(story.open()).toHaveLength(1);
  });

  it('counts what one member grants twice as two, as of any server', () => {
    expect(given(grant(100, a), grant(200, a)).open()).toHaveLength(2);
  });

  it('takes a grant behind the end for a new session', () => {
    const story = given(grant(0, a), detachment(14 * SECOND, a), grant(16 * SECOND, b));
    expect(story.open()).toMatchObject([{ id: 3 }]);
  });

  it('takes both lines of another member for repeats, also when the session is over', () => {
    const story = given(grant(0, a), detachment(2 * SECOND, a), grant(SECOND, b));
    expect(story.open()).toEqual([]);
    expect(story.when(detachment(3 * SECOND, b))).toMatchObject([
      { kind: 'joined', session: { id: 1, endedAt: 2 * SECOND } },
    ]);
  });

  it('takes an end for a repeat when another member ended the session within an hour', () => {
    const story = [grant(0, a), detachment(10 * SECOND, a)];
    expect(given(...story).when(detachment(HOUR, b))).toMatchObject([{ kind: 'joined' }]);
    expect(given(...story).when(detachment(2 * HOUR, b))).toMatchObject([{ kind: 'orphaned' }]);
  });

  it('takes one repeat from each member, and the next for an end whose grant is not known', () => {
    const story = given(grant(0, a), detachment(SECOND, a), detachment(SECOND, b));
    expect(story.when(detachment(2 * SECOND, c))).toMatchObject([{ kind: 'joined' }]);
    const more = given(grant(0, a), detachment(SECOND, a), detachment(SECOND, b));
    expect(more.when(detachment(2 * SECOND, b))).toMatchObject([{ kind: 'orphaned' }]);
  });

  it('does not wait for the end from a member that stopped and grants anew later', () => {
    const story = given(
      grant(0, a),
      grant(10 * SECOND, b),
      detachment(20 * SECOND, b),
      grant(30 * SECOND, a),
    );
    expect(story.when(detachment(40 * SECOND, a))).toMatchObject([
      { kind: 'closed', session: { id: 4 } },
    ]);
  });

  it('finds the grant of an end that came first, because a clock is behind', () => {
    const story = given(detachment(100 * SECOND, b));
    expect(story.when(grant(700 * SECOND, a))).toMatchObject([
      { kind: 'withdrawn', session: { id: 1 } },
      {
        kind: 'closed',
        session: { id: 2, startedAt: 700 * SECOND, endedAt: 700 * SECOND, isNegative: true },
      },
    ]);
    expect(story.open()).toEqual([]);
  });

  it('shortens the doubt of a time-out to the session when its grant comes to light', () => {
    expect(given(timeout(100 * SECOND, b)).when(grant(90 * SECOND, a))).toMatchObject([
      { kind: 'withdrawn' },
      { session: { endUncertaintyMs: 10 * SECOND, isNegative: false } },
    ]);
  });

  it('does not give an old end to a new grant', () => {
    const story = given(detachment(0, b));
    expect(story.when(grant(2 * HOUR, a))).toMatchObject([{ kind: 'opened' }]);
  });

  it('corrects a swept session by an end from any member, and takes the others for repeats', () => {
    const story = given(grant(0, a), sweep(HOUR, 1, 'presumedLost'), detachment(2 * HOUR, b));
    expect(story.when(detachment(2 * HOUR + SECOND, c))).toMatchObject([
      { kind: 'joined', session: { id: 1, endedAt: 2 * HOUR, closedBy: 'detachment' } },
    ]);
  });

  it('leaves lines without a session id to user and machine', () => {
    const story = given(grant(0, { ...a, sessionId: null }));
    expect(story.when(detachment(SECOND, { ...b, sessionId: null }))).toMatchObject([
      { kind: 'closed', session: { id: 1, reports: null } },
    ]);
    expect(given().when(detachment(SECOND, { ...b, sessionId: null }))).toMatchObject([
      { kind: 'orphaned', session: { reports: null } },
    ]);
  });

  it('keeps its sessions certain while two members are up', () => {
    const story = given(grant(0, a));
    expect(story.when(serverStop(100, 'lic1', 'lic-a'))).toEqual([]);
    const two = given(grant(0, a), serverStop(100, 'lic1', 'lic-a'));
    expect(two.when(serverStop(200, 'lic1', 'lic-b'))).toMatchObject([
      { kind: 'marked', session: { id: 1, uncertainSince: 200 } },
    ]);
    const back = given(
      grant(0, a),
      serverStop(100, 'lic1', 'lic-a'),
      serverStart(150, 'lic1', 'lic-a'),
    );
    expect(back.when(serverStop(200, 'lic1', 'lic-b'))).toEqual([]);
  });
});

/** What one session of each member's log tells, where each member writes every line. */
const ownLog = (member: string, nested: number): Told[] => [
  ...Array.from({ length: nested }, (_, nth) => grant(nth, { member })),
  ...Array.from({ length: nested }, (_, nth) => detachment(100 + nth, { member })),
];

describe('members that all tell of the same', () => {
  it('give the same sessions, in whatever order their logs are read', () => {
    const turns = fc.array(fc.nat(2), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(turns, fc.integer({ min: 1, max: 2 }), (order, nested) => {
        const logs = ['lic-a', 'lic-b', 'lic-c'].map((member) => ownLog(member, nested));
        const story = [...order.flatMap((which) => logs[which]?.shift() ?? []), ...logs.flat()];
        const sessions = new Map<number, unknown>();
        const told = given();
        for (const event of story) {
          for (const { kind, session } of told.when(event)) {
            if (kind === 'withdrawn') sessions.delete(session.id);
            else sessions.set(session.id, session);
          }
        }
        expect(told.open()).toEqual([]);
        expect([...sessions.values()]).toHaveLength(nested);
      }),
    );
  });
});
