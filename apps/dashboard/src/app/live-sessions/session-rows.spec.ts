import { aSession } from '../../testing/samples';
import { toProductKey } from '../data/product-key';
import { toSessionRows, type RowOptions } from './session-rows';

const sessions = [
  aSession({ id: 1, product: 'DL1' }),
  aSession({ id: 2, user: 'bob' }),
  aSession({ id: 3, user: 'eve' }),
];

const rows = (patch: Partial<RowOptions>) =>
  toSessionRows(sessions, {
    grouping: 'product',
    groupOrder: 'size',
    closedGroups: new Set(),
    entitlements: new Map(),
    ...patch,
  }).map((row) => (row.kind === 'group' ? `${row.label}: ${row.figures()}` : row.session.id));

describe('toSessionRows', () => {
  it('is one row a session when nothing is grouped', () => {
    expect(rows({ grouping: 'none' })).toEqual([1, 2, 3]);
  });

  it('puts the largest group first, with its figures', () => {
    expect(rows({})).toEqual([
      'CAT: 2 licences · 2 sessions · 2 users',
      2,
      3,
      'DL1: 1 licence · 1 session · 1 user',
      1,
    ]);
  });

  it('keeps groups as their sessions come when asked to', () => {
    expect(rows({ groupOrder: 'asSorted' })[0]).toContain('DL1');
  });

  it('names what is owned of a product', () => {
    const entitlements = new Map([[toProductKey(aSession()), 20]]);
    expect(rows({ entitlements })[0]).toBe('CAT: 2 of 20 licences · 2 sessions · 2 users');
  });

  it('counts the hosts of a user', () => {
    expect(rows({ grouping: 'user' })).toContain('ann: 1 licence · 1 session · 1 host');
  });

  it('shows the head alone of a closed group', () => {
    const closedGroups = new Set([toProductKey(aSession())]);
    expect(rows({ closedGroups })).toEqual([
      'CAT: 2 licences · 2 sessions · 2 users',
      'DL1: 1 licence · 1 session · 1 user',
      1,
    ]);
  });
});
