import { sipHash24, type SipKey } from './sip-hash.js';

/** Keys that turn the text of a key into the two halves of the real one. They are no secret. */
const FIRST_HALF: SipKey = { k0: 0n, k1: 1n };
const SECOND_HALF: SipKey = { k0: 1n, k1: 0n };

/** Hashes texts with one key. */
export class KeyedHash {
  private readonly key: SipKey;

  /** @param key Any text. Only one that cannot be guessed keeps a secret. */
  constructor(key: string) {
    const bytes = toBytes(key);
    this.key = { k0: sipHash24(FIRST_HALF, bytes), k1: sipHash24(SECOND_HALF, bytes) };
  }

  /** 64 bits of a text. */
  hash(text: string): bigint {
    return sipHash24(this.key, toBytes(text));
  }
}

/** The code units of a text: unlike UTF-8 they tell any two texts apart, half characters too. */
function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[2 * at] = unit;
    bytes[2 * at + 1] = unit >>> 8;
  }
  return bytes;
}
