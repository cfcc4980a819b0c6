import fc from 'fast-check';
import { classifyDenials, denialRate } from './classify-denials';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
let id = 0;
const denial = (at: number, key = 'ann MD2') => ({ id: ++id, at, key });
const grant = (at: number, key = 'ann MD2') => ({ at, key });
const LATER = () => 24 * 60 * MINUTE;

describe('refusals', () => {
  it('of one person for one product within ten seconds of each other are one request', () => {
    const denials = [denial(0), denial(9 * SECOND), denial(18 * SECOND), denial(40 * SECOND)];
    const requests = classifyDenials(denials, [], LATER);
    expect(requests.map(({ denials }) => denials.length)).toEqual([3, 1]);
    expect(requests[0]).toMatchObject({ firstAt: 0, lastAt: 18 * SECOND });
  });

  it('of different people are different requests', () => {
    expect(classifyDenials([denial(0), denial(1, 'bob MD2')], [], LATER)).toHaveLength(2);
  });

  it.each([
    [-5 * SECOND, 'redirected', null],
    [0, 'redirected', null],
    [5 * SECOND, 'redirected', null],
    [6 * SECOND, 'delayed', 6 * SECOND],
    [15 * MINUTE, 'delayed', 15 * MINUTE],
    [15 * MINUTE + 1, 'lost', null],
    [-6 * SECOND, 'lost', null],
  ])('with a grant %i ms later are %s', (after, outcome, waitMs) => {
    const [request] = classifyDenials([denial(MINUTE)], [grant(MINUTE + after)], LATER);
    expect(request).toMatchObject({ outcome, waitMs });
  });

  it('are lost only when the time to try again is over', () => {
    expect(classifyDenials([denial(0)], [], () => 15 * MINUTE)).toMatchObject([
      { outcome: 'pending' },
    ]);
    expect(classifyDenials([denial(0)], [], () => 16 * MINUTE)).toMatchObject([
      { outcome: 'lost' },
    ]);
  });

  it('wait from the first of a burst', () => {
    const denials = [denial(0), denial(8 * SECOND)];
    expect(classifyDenials(denials, [grant(12 * SECOND)], LATER)).toMatchObject([
      { outcome: 'delayed', waitMs: 12 * SECOND },
    ]);
  });

  it('are not answered by a grant of another product', () => {
    expect(classifyDenials([denial(0)], [grant(1, 'ann HD2')], LATER)).toMatchObject([
      { outcome: 'lost' },
    ]);
  });

  it('are each in exactly one request, in whatever order they come', () => {
    const anyDenials = fc.array(
      fc.record({ id: fc.nat(1_000), at: fc.nat(100_000), key: fc.constantFrom('a', 'b') }),
    );
    fc.assert(
      fc.property(anyDenials, (denials) => {
        const requests = classifyDenials(denials, [], LATER);
        const ids = requests.flatMap((request) => request.denials.map((one) => one.id));
        const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
        expect(sorted(ids)).toEqual(sorted(denials.map((one) => one.id)));
        expect(classifyDenials([...denials].reverse(), [], LATER).length).toBe(requests.length);
      }),
    );
  });
});

describe('denialRate', () => {
  it('is the delayed and lost requests of all', () => {
    const denials = [denial(0), denial(60 * MINUTE), denial(120 * MINUTE)];
    const grants = [grant(SECOND), grant(61 * MINUTE)];
    const requests = classifyDenials(denials, grants, LATER);
    expect(requests.map(({ outcome }) => outcome)).toEqual(['redirected', 'delayed', 'lost']);
    expect(denialRate(requests, 6)).toBe(0.25);
  });

  it('of nothing is not known', () => {
    expect(denialRate([], 0)).toBeUndefined();
  });
});
