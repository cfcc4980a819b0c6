import { assert, array, constantFrom, integer, property, record } from 'fast-check';
import { aSession, openSessions } from '../../testing/samples';
import {
  applyChanges,
  countDifferences,
  MAX_RECENT_CHANGES,
  rememberChange,
  toOpenSessionList,
  type SessionsChange,
} from './open-session-list';

const change = (opened: readonly number[], closed: readonly number[] = []) => ({
  opened: opened.map((id) => aSession({ id })),
  closed: closed.map((id) => aSession({ id })),
});

const idsOf = (list: { sessions: ReadonlyMap<number, unknown> }) => [...list.sessions.keys()];

describe('toOpenSessionList', () => {
  it('applies the changes that overtook the snapshot, and those it includes do no harm', () => {
    const snapshot = openSessions([aSession({ id: 1 }), aSession({ id: 3 })]);
    const recent = [change([2]), change([3], [2]), change([4]), change([], [1])];
    expect(idsOf(toOpenSessionList(snapshot, recent))).toEqual([3, 4]);
  });

  it('leaves out what is too much, and says so', () => {
    const snapshot = openSessions([aSession({ id: 1 }), aSession({ id: 2 })]);
    const list = toOpenSessionList(snapshot, [], 1);
    expect(idsOf(list)).toEqual([1]);
    expect(list.isTruncated).toBe(true);
  });
});

describe('applyChanges', () => {
  const empty = toOpenSessionList(openSessions([]), []);

  it('keeps the list when there is no news', () => {
    expect(applyChanges(empty, [])).toBe(empty);
  });

  it('replaces a session that is told anew', () => {
    const list = applyChanges(empty, [change([1])]);
    const uncertain = { opened: [aSession({ id: 1, uncertainSince: 5 })], closed: [] };
    expect(applyChanges(list, [uncertain]).sessions.get(1)?.uncertainSince).toBe(5);
  });

  it('stays within its bound', () => {
    const list = applyChanges(empty, [change([1, 2, 3])], 2);
    expect(idsOf(list)).toEqual([1, 2]);
    expect(list.isTruncated).toBe(true);
  });

  const changes = array(
    record({ kind: constantFrom('open', 'close'), id: integer({ min: 1, max: 6 }) }),
  ).map((steps) =>
    steps.map(({ kind, id }) => (kind === 'open' ? change([id]) : change([], [id]))),
  );

  it('gives the same list however the changes are cut into batches', () => {
    assert(
      property(changes, integer({ min: 0, max: 30 }), (all, cut) => {
        const halves = applyChanges(applyChanges(empty, all.slice(0, cut)), all.slice(cut));
        expect(idsOf(halves)).toEqual(idsOf(applyChanges(empty, all)));
      }),
    );
  });

  it('gives the same list when the snapshot includes some of the recent changes', () => {
    assert(
      property(changes, integer({ min: 0, max: 30 }), (all, included) => {
        const live = [...applyChanges(empty, all.slice(0, included)).sessions.values()];
        const replayed = toOpenSessionList(openSessions(live), all);
        expect(idsOf(replayed).sort()).toEqual(idsOf(applyChanges(empty, all)).sort());
      }),
    );
  });
});

describe('rememberChange', () => {
  it('forgets the oldest beyond its bound', () => {
    let recent: readonly SessionsChange[] = [];
    for (let id = 0; id <= MAX_RECENT_CHANGES; id += 1)
      recent = rememberChange(recent, change([id]));
    expect(recent).toHaveLength(MAX_RECENT_CHANGES);
    expect(recent[0]?.opened[0]?.id).toBe(1);
  });
});

describe('countDifferences', () => {
  it('counts sessions that came, went or changed', () => {
    const [kept, gone, before] = [aSession({ id: 1 }), aSession({ id: 2 }), aSession({ id: 3 })];
    const [after, came] = [aSession({ id: 3, uncertainSince: 1 }), aSession({ id: 4 })];
    const toMap = (...list: (typeof kept)[]) =>
      new Map(list.map((session) => [session.id, session]));
    expect(countDifferences(toMap(kept, gone, before), toMap(kept, after, came))).toBe(3);
  });
});
