import fc from 'fast-check';
import { KeyedHash } from './keyed-hash.js';
import { permute64 } from './permute.js';

let hash: KeyedHash;
beforeEach(() => {
  hash = new KeyedHash('key');
});

/** Undoes the permutation: the rounds backwards, with the halves changed. */
function unpermute(kind: string, value: bigint): bigint {
  let left = value >> 32n;
  let right = BigInt.asUintN(32, value);
  for (const round of [3, 2, 1, 0]) {
    const before = right ^ BigInt.asUintN(32, hash.hash(`${kind}:${round}:${left}`));
    right = left;
    left = before;
  }
  return (left << 32n) | right;
}

describe('permute64', () => {
  it('can be undone with the key, so no two numbers become one', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (value) => {
        const mixed = permute64(hash, 'id', value);
        expect(mixed).toBe(BigInt.asUintN(64, mixed));
        expect(unpermute('id', mixed)).toBe(value);
      }),
    );
  });

  it('depends on the key and the kind', () => {
    const mixed = [
      permute64(hash, 'id', 1n),
      permute64(hash, 'other', 1n),
      permute64(new KeyedHash('x'), 'id', 1n),
    ];
    expect(new Set(mixed).size).toBe(3);
  });
});
