import { KeyedHash } from './keyed-hash.js';
import { sipHash24 } from './sip-hash.js';

describe('KeyedHash', () => {
  it('gives the same for the same text and key, in every run', () => {
    expect(new KeyedHash('key').hash('alice')).toBe(new KeyedHash('key').hash('alice'));
    // Written down once: who shares a log today must be able to add to it with the next release.
    expect(new KeyedHash('key').hash('alice')).toBe(0x3d9633f8b86fca32n);
  });

  it('gives another for another key or text', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'é', 'e\u0301', '\ud800', '\ud801', 'a\0', '\u6100'];
    const hashes = ['', 'key', 'Key', 'yek'].flatMap((key) =>
      texts.map((text) => new KeyedHash(key).hash(text)),
    );
    expect(new Set(hashes).size).toBe(4 * texts.length);
  });

  it('makes its key of two different hashes of the text', () => {
    const bytes = Uint8Array.from([0xac, 0x20, 0x31, 0]);
    const k0 = sipHash24({ k0: 0n, k1: 1n }, bytes);
    const k1 = sipHash24({ k0: 1n, k1: 0n }, bytes);
    const text = Uint8Array.from([0x78, 0, 0x34, 0x12]);
    expect(new KeyedHash('€1').hash('x\u1234')).toBe(sipHash24({ k0, k1 }, text));
  });
});
