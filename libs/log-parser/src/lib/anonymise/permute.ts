import type { KeyedHash } from './keyed-hash.js';

const HALF_BITS = 32n;
const ROUNDS = 4;

/**
 * Mixes 64-bit numbers one to one: a Feistel network of four rounds, whose round function is the
 * keyed hash (Michael Luby and Charles Rackoff, "How to construct pseudorandom permutations from
 * pseudorandom functions", 1988). Two different numbers never become one.
 *
 * @param kind Keeps permutations with the same key apart.
 */
export function permute64(hash: KeyedHash, kind: string, value: bigint): bigint {
  let left = value >> HALF_BITS;
  let right = BigInt.asUintN(32, value);
  for (let round = 0; round < ROUNDS; round++) {
    const mixed = left ^ BigInt.asUintN(32, hash.hash(`${kind}:${round}:${right}`));
    left = right;
    right = mixed;
  }
  return (left << HALF_BITS) | right;
}
