import { aSession } from '../../testing/samples';
import { describeInUse, describeTotals, toSessionFigures } from './session-figures';

describe('toSessionFigures', () => {
  it('counts one licence for all sessions of a user on one computer', () => {
    const sessions = [
      aSession({ id: 1 }),
      aSession({ id: 2 }),
      aSession({ id: 3, display: ':1.0' }),
      aSession({ id: 4, host: 'ws-102' }),
      aSession({ id: 5, user: 'bob' }),
    ];
    const figures = toSessionFigures(sessions);
    expect(figures).toMatchObject({ sessions: 5, users: 2, hosts: 2, products: 1 });
    expect([...figures.inUse]).toEqual([['concurrentUser', 4]]);
  });

  it('sums tokens and counts named users apart', () => {
    const { inUse } = toSessionFigures([
      aSession({ id: 1, model: 'token', quantity: 5 }),
      aSession({ id: 2, model: 'token', quantity: 7 }),
      aSession({ id: 3, model: 'namedUser' }),
      aSession({ id: 4, model: 'namedUser', host: 'ws-102' }),
      aSession({ id: 5, model: 'unknown' }),
    ]);
    expect(Object.fromEntries(inUse)).toEqual({ token: 12, namedUser: 1, concurrentUser: 1 });
  });

  it('tells products of one code apart by their publishers', () => {
    const sessions = [aSession({ id: 1 }), aSession({ id: 2, editor: 'Other' })];
    expect(toSessionFigures(sessions).products).toBe(2);
  });
});

describe('the words', () => {
  const figures = toSessionFigures([aSession({ id: 1 }), aSession({ id: 2, user: 'bob' })]);

  it('name what is owned where it is known', () => {
    expect(describeInUse(figures, null)).toBe('2 licences');
    expect(describeInUse(figures, 20)).toBe('2 of 20 licences');
  });

  it('name how many there are in all while a filter is on', () => {
    expect(describeTotals(figures, 2)).toBe('2 sessions, 2 users, 1 product');
    expect(describeTotals(figures, 214)).toBe('2 of 214 sessions, 2 users, 1 product');
  });
});
