import { aSession, HOUR, NOW } from '../../testing/samples';
import { defaultViewQuery, type ViewQuery } from '../view-state/view-query';
import { toLiveView } from './live-view';

const sessions = new Map(
  [
    aSession({ id: 1, startedAt: NOW - 30 * HOUR }),
    aSession({ id: 2, host: 'ws-102' }),
    aSession({ id: 3, user: 'bob', product: 'DL1' }),
  ].map((session) => [session.id, session]),
);

const idsOf = (patch: Partial<ViewQuery>) =>
  toLiveView(
    sessions,
    { ...defaultViewQuery, ...patch },
    { closedGroups: new Set(), entitlements: new Map() },
    NOW,
  ).sessions.map(({ id }) => id);

describe('toLiveView', () => {
  it('shows all, newest first', () => expect(idsOf({})).toEqual([3, 2, 1]));

  it('narrows by subject and by text', () => {
    expect(idsOf({ user: ['ann'] })).toEqual([2, 1]);
    expect(idsOf({ q: 'dl1' })).toEqual([3]);
  });

  it('narrows by one click', () => {
    expect(idsOf({ only: ['longHold'] })).toEqual([1]);
    expect(idsOf({ only: ['severalHosts'] })).toEqual([2, 1]);
    expect(idsOf({ only: ['severalHosts', 'longHold'] })).toEqual([1]);
  });

  it('knows of several hosts although only one is shown', () => {
    expect(idsOf({ only: ['severalHosts'], host: ['ws-102'] })).toEqual([2]);
  });
});
