import fc from 'fast-check';
import { instantsOf } from '../testing/any-steps';
import { findSeveralHosts, type HostedSession } from './several-hosts';

const session = (
  host: string,
  from: number,
  to: number,
  { user = 'ann', product = 'MD2' } = {},
): HostedSession => ({ user, host, product, from, to });

describe('findSeveralHosts', () => {
  it('tells when a user held a product on several hosts, and on which', () => {
    const sessions = [session('ws1', 0, 50), session('ws2', 10, 30), session('ws3', 20, 60)];
    expect(findSeveralHosts(sessions)).toEqual([
      {
        user: 'ann',
        product: 'MD2',
        from: 10,
        to: 50,
        hosts: ['ws1', 'ws2', 'ws3'],
        mostAtOnce: 3,
      },
    ]);
  });

  it('is no matter of two sessions on one host, of two products, or of two users', () => {
    const sessions = [
      session('ws1', 0, 50),
      session('ws1', 10, 30),
      session('ws2', 10, 30, { product: 'HD2' }),
      session('ws2', 10, 30, { user: 'bob' }),
    ];
    expect(findSeveralHosts(sessions)).toEqual([]);
  });

  it('finds none in a move from one host to the next at one instant', () => {
    expect(findSeveralHosts([session('ws2', 10, 20), session('ws1', 0, 10)])).toEqual([]);
  });

  it('goes on when a host begins anew at the instant at which it ended', () => {
    const sessions = [session('ws1', 0, 10), session('ws1', 10, 20), session('ws2', 0, 20)];
    expect(findSeveralHosts(sessions)).toMatchObject([{ from: 0, to: 20 }]);
  });

  it('goes by user, product and time', () => {
    const both = (from: number, user: string, product: string) => [
      session('ws1', from, from + 10, { user, product }),
      session('ws2', from, from + 10, { user, product }),
    ];
    const sessions = [
      ...both(0, 'bob', 'HD2'),
      ...both(50, 'ann', 'MD2'),
      ...both(20, 'ann', 'MD2'),
      ...both(90, 'ann', 'HD2'),
    ];
    expect(
      findSeveralHosts(sessions).map(({ user, product, from }) => [user, product, from]),
    ).toEqual([
      ['ann', 'HD2', 90],
      ['ann', 'MD2', 20],
      ['ann', 'MD2', 50],
      ['bob', 'HD2', 0],
    ]);
  });

  it('finds the instants at which two hosts or more are held', () => {
    const anySessions: fc.Arbitrary<HostedSession[]> = fc.array(
      fc
        .record({
          host: fc.constantFrom('ws1', 'ws2', 'ws3'),
          from: fc.nat(60),
          length: fc.nat(20),
        })
        .map(({ host, from, length }) => session(host, from, from + length)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const hostsAt = (at: number) =>
          new Set(sessions.filter(({ from, to }) => from <= at && at < to).map(({ host }) => host));
        const expected = Array.from({ length: 90 }, (_, at) => at).filter(
          (at) => hostsAt(at).size >= 2,
        );
        const found = findSeveralHosts(sessions);
        expect(instantsOf(found)).toEqual(expected);
        for (const { from, to, hosts, mostAtOnce } of found) {
          const held = instantsOf([{ from, to }]).map(hostsAt);
          expect(mostAtOnce).toBe(Math.max(...held.map(({ size }) => size)));
          expect(hosts).toEqual([...new Set(held.flatMap((one) => [...one]))].sort());
        }
      }),
    );
  });
});
