import { sipHash24, type SipKey } from './sip-hash.js';

/** The key of the published vectors: the bytes 00, 01, … 0f. */
const key: SipKey = { k0: 0x0706050403020100n, k1: 0x0f0e0d0c0b0a0908n };

const toHex = (hash: bigint) => {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, hash, true);
  return Buffer.from(bytes.buffer).toString('hex');
};

describe('sipHash24', () => {
  it('gives the value of the paper (appendix A)', () => {
    expect(
      sipHash24(
        key,
        Uint8Array.from({ length: 15 }, (_, at) => at),
      ),
    ).toBe(0xa129ca6149be45e5n);
  });

  // From vectors.h of the authors' reference implementation: the hashes of 00, 01, … of each length.
  it.each([
    [0, '310e0edd47db6f72'],
    [1, 'fd67dc93c539f874'],
    [2, '5a4fa9d909806c0d'],
    [7, '37d1018bf50002ab'],
    [8, '6224939a79f5f593'],
    [9, 'b0e4a90bdf82009e'],
    [16, 'db9bc2577fcc2a3f'],
    [31, '42c341d8fa92d832'],
    [63, '724506eb4c328a95'],
  ])('gives the published value for %d bytes', (length, hash) => {
    expect(
      toHex(
        sipHash24(
          key,
          Uint8Array.from({ length }, (_, at) => at),
        ),
      ),
    ).toBe(hash);
  });

  it('counts the length modulo 256', () => {
    const empty = sipHash24(key, new Uint8Array(0));
    expect(sipHash24(key, new Uint8Array(256))).not.toBe(empty);
    expect(sipHash24(key, new Uint8Array(257))).not.toBe(sipHash24(key, new Uint8Array(256)));
  });
});
