/** The two halves of a 128-bit key. */
export interface SipKey {
  readonly k0: bigint;
  readonly k1: bigint;
}

const rotate = (word: bigint, bits: bigint) =>
  BigInt.asUintN(64, (word << bits) | (word >> (64n - bits)));
const add = (a: bigint, b: bigint) => BigInt.asUintN(64, a + b);

/**
 * Hashes bytes with a key to 64 bits: SipHash-2-4 of Jean-Philippe Aumasson and Daniel J. Bernstein,
 * "SipHash: a fast short-input PRF" (2012). Who does not know the key can neither compute it nor
 * find the bytes by trying them.
 */
export function sipHash24({ k0, k1 }: SipKey, bytes: Uint8Array): bigint {
  const state: SipState = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ];
  const padded = pad(bytes);
  for (let at = 0; at < padded.byteLength; at += 8) {
    const word = padded.getBigUint64(at, true);
    state[3] ^= word;
    mix(state, 2);
    state[0] ^= word;
  }
  state[2] ^= 0xffn;
  mix(state, 4);
  return state[0] ^ state[1] ^ state[2] ^ state[3];
}

type SipState = [bigint, bigint, bigint, bigint];

/** Whole words of eight bytes; the last byte is the length, modulo 256. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array((Math.floor(bytes.length / 8) + 1) * 8);
  padded.set(bytes);
  padded[padded.length - 1] = bytes.length;
  return new DataView(padded.buffer);
}

function mix(state: SipState, rounds: number): void {
  let [v0, v1, v2, v3] = state;
  for (let round = 0; round < rounds; round++) {
    v0 = add(v0, v1);
    v2 = add(v2, v3);
    v1 = rotate(v1, 13n) ^ v0;
    v3 = rotate(v3, 16n) ^ v2;
    v0 = add(rotate(v0, 32n), v3);
    v2 = add(v2, v1);
    v3 = rotate(v3, 21n) ^ v0;
    v1 = rotate(v1, 17n) ^ v2;
    v2 = rotate(v2, 32n);
  }
  state[0] = v0;
  state[1] = v1;
  state[2] = v2;
  state[3] = v3;
}
