import { DIGITS, HEX_LETTERS, type Alphabet } from './alphabets.js';
import type { KeyedHash } from './keyed-hash.js';
import { TokenBook, type Shape } from './token-book.js';

/** A dotted IPv4 address in a text; also one that cannot be, and the first four of more numbers. */
export const IPV4 = /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/g;

const OCTETS: Alphabet = Array.from({ length: 256 }, (_, octet) => String(octet));
/** The last octet is never that of a network or of a broadcast. */
const HOST_OCTETS = OCTETS.slice(1, -1);
const PRIVATE_NETWORK: Shape = [['10.'], OCTETS, ['.'], OCTETS, ['.'], HOST_OCTETS];
const NOTHING: Alphabet = [''];

/** Begins the addresses that are unique to a site (RFC 4193). */
const SITE_PREFIX = 'fd';
/** Says that an IPv4 address follows: nobody's secret. */
const MAPPED_IPV4 = '::ffff:';

/** Tokens of IP addresses, the same one however an address is written. */
export class AddressTokens {
  private readonly v4Book: TokenBook;
  private readonly v6Book: TokenBook;

  constructor(hash: KeyedHash) {
    this.v4Book = new TokenBook(hash, 'ipv4', () => NOTHING);
    this.v6Book = new TokenBook(hash, 'ipv6', () => HEX_LETTERS);
  }

  get size(): number {
    return this.v4Book.size + this.v6Book.size;
  }

  /** The token of a dotted IPv4 address: an address of the network 10.0.0.0/8. */
  toIpv4(text: string): string {
    const value = text.split('.').map(Number).join('.');
    return this.v4Book.find(value, () => PRIVATE_NETWORK);
  }

  /** The same for an IPv4 address of eight hexadecimal digits. */
  toHexIpv4(text: string): string {
    const octets = [0, 2, 4, 6].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
    const token = this.toIpv4(octets.join('.')).split('.').map(toHexOctet).join('');
    return /[A-F]/.test(text) ? token.toUpperCase() : token;
  }

  /**
   * The token of an IPv6 address, or of what looks like one: as long, with the same colons, letters
   * for letters and digits for digits, but for a first group that begins as addresses of a site do.
   */
  toIpv6(text: string): string {
    const value = text.toLowerCase();
    if (value === MAPPED_IPV4 || !/[\da-f]/.test(value)) return text;
    const token = this.v6Book.find(value, toIpv6Shape);
    return /[A-F]/.test(text) ? token.toUpperCase() : token;
  }
}

const toHexOctet = (octet: string) => Number(octet).toString(16).padStart(2, '0');

function toIpv6Shape(value: string): Shape {
  const shape = [...value].map(toHexAlphabet);
  return /^[\da-f]{2}/.test(value) ? [[SITE_PREFIX], ...shape.slice(2)] : shape;
}

/** Letters become letters and digits digits, so a text that is no stamp cannot become one. */
export function toHexAlphabet(character: string): Alphabet {
  if (/\d/.test(character)) return DIGITS;
  return /[a-f]/.test(character) ? HEX_LETTERS : [character];
}
