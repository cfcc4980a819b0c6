import { signal } from '@angular/core';
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

describe('toLiveView', () => {
  const query = signal(defaultViewQuery);
  const now = signal(NOW);
  const options = signal({ closedGroups: new Set<string>(), entitlements: new Map() });
  const view = toLiveView({ sessions: signal(sessions), query, options, now });

  const show = (patch: Partial<ViewQuery>) => query.set({ ...defaultViewQuery, ...patch });
  const idsOf = (patch: Partial<ViewQuery>) => {
    show(patch);
    return view.sessions().map(({ id }) => id);
  };

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

  it('finds that a session has become a long hold while the clock goes on', () => {
    expect(idsOf({ only: ['longHold'] })).toEqual([1]);
    now.set(NOW + 48 * HOUR);
    expect(view.sessions().map(({ id }) => id)).toEqual([3, 2, 1]);
    now.set(NOW);
  });

  it('counts nothing again when the order or the grouping changes', () => {
    show({});
    const figures = view.figures();
    const severalHosts = view.severalHosts();
    expect(idsOf({ sort: { column: 'user', isDescending: true } })).toEqual([3, 2, 1]);
    show({ group: 'user' });
    expect(view.rows()).toHaveLength(5);
    expect(view.figures()).toBe(figures);
    expect(view.severalHosts()).toBe(severalHosts);
  });

  it('sorts nothing again when the clock goes on or a group is closed', () => {
    show({ group: 'product' });
    const before = view.sessions();
    now.set(NOW + 1);
    options.set({ closedGroups: new Set(['x']), entitlements: new Map() });
    expect(view.sessions()).toBe(before);
    now.set(NOW);
  });
});
