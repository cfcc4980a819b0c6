import { given, grant, seat, type Told } from '../testing/given';
import { countInUse } from './count-in-use';

const inUse = (...story: readonly Told[]) => countInUse(given(...story).open());

describe('countInUse', () => {
  it('counts a shared ConcurrentUser licence once per user and display', () => {
    expect(
      inUse(
        grant(0, { sessionId: 'A' }),
        grant(0, { sessionId: 'B' }),
        grant(0, { sessionId: 'C', display: '2' }),
        grant(0, { sessionId: 'D', user: 'bob', host: 'ws2' }),
      ),
    ).toEqual([
      {
        productId: seat().productId,
        model: 'ConcurrentUser',
        sessions: 4,
        licenses: 3,
        users: 2,
        hosts: 2,
      },
    ]);
  });

  it('sums the quantities of tokens', () => {
    const words = { model: 'Token', quantity: 5 } as const;
    expect(inUse(grant(0, words), grant(0, words))).toMatchObject([{ sessions: 2, licenses: 10 }]);
  });

  it('counts active users of a NamedUser product', () => {
    const words = { model: 'NamedUser' } as const;
    expect(inUse(grant(0, words), grant(0, { ...words, host: 'ws2' }))).toMatchObject([
      { sessions: 2, licenses: 1, users: 1, hosts: 2 },
    ]);
  });

  it('keeps the models of one product apart', () => {
    expect(inUse(grant(0), grant(0, { model: 'NamedUser' }))).toHaveLength(2);
  });
});
