import { isHex16 } from '../lines/parse-client.js';
import { toHexAlphabet, type AddressTokens } from './address-tokens.js';
import { DIGITS, HEX_LETTERS, LETTERS, type Alphabet } from './alphabets.js';
import type { KeyedHash } from './keyed-hash.js';
import { permute64 } from './permute.js';
import { TokenBook, type Shape } from './token-book.js';

const SID = /^S-\d+(?:-\d+)+$/;
/** Accounts that every Windows has, such as the system itself. */
const WELL_KNOWN_SID = /^S-1-5-\d\d?$/;
/** What the ids of a domain's accounts begin with. */
const SID_PREFIX = /^S-1-5(?:-21)?(?=-)/;
const SERVER_ID = /^[A-Z]{3}-[\da-f]{16}$/i;
const COMPUTER_ID = /^[\da-f]{16}-[\da-f]{8}$/i;
const HEX_ID = /^[\da-f]+(?:-[\da-f]+)*$/i;
const MIN_HEX_ID = 8;

const NONZERO: Alphabet = DIGITS.slice(1);
const SERVER_PREFIX: Shape = [LETTERS, LETTERS, LETTERS];

const TIME_BITS = 48n;
/** What stands above the time in the session ids that are known: `0000` and `2000`. */
const NO_TIME_BITS = 0xfffn;
const TIME_FROM = BigInt(Date.UTC(2000, 0));
const TIME_TO = BigInt(Date.UTC(2100, 0));

/** Tokens of the ids that can be told by their form: each keeps that form. */
export class IdTokens {
  private readonly sids: TokenBook;
  private readonly sidDomains: TokenBook;
  private readonly serverPrefixes: TokenBook;
  private readonly hexIds: TokenBook;

  constructor(
    private readonly hash: KeyedHash,
    private readonly addresses: AddressTokens,
  ) {
    this.sids = new TokenBook(hash, 'sid', () => DIGITS);
    this.sidDomains = new TokenBook(hash, 'sidDomain', () => DIGITS);
    this.serverPrefixes = new TokenBook(hash, 'serverPrefix', () => LETTERS);
    this.hexIds = new TokenBook(hash, 'hex', () => HEX_LETTERS);
  }

  get size(): number {
    return this.sids.size + this.serverPrefixes.size + this.hexIds.size;
  }

  /** The token of a SID, server id, computer id or id of 16 hexadecimal digits. */
  find(word: string): string | undefined {
    if (SID.test(word)) return this.toSid(word);
    if (SERVER_ID.test(word)) return this.toServerId(word);
    if (COMPUTER_ID.test(word)) {
      return `${this.toHex16(word.slice(0, 16))}-${this.addresses.toHexIpv4(word.slice(17))}`;
    }
    return isHex16(word) ? this.toHex16(word) : undefined;
  }

  /** The token of any other word of eight hexadecimal digits or more, letters and digits mixed. */
  findHex(word: string): string | undefined {
    const isLong = HEX_ID.test(word) && word.replaceAll('-', '').length >= MIN_HEX_ID;
    if (!isLong || !/\d/.test(word) || !/[a-f]/i.test(word)) return undefined;
    if (word.length === MIN_HEX_ID) return this.addresses.toHexIpv4(word);
    const token = this.hexIds.find(word.toLowerCase(), toHexShape);
    return inCaseOf(word, token);
  }

  /**
   * The token of an id of 16 hexadecimal digits. Hardware ids are mixed whole. What may be a session
   * id keeps the time in its low 48 bits, for the line's stamp tells that anyway, and so its order;
   * the rest is changed by what the key makes of the time. Either way no two ids share a token, and
   * nothing is remembered, so memory does not grow with the sessions of a log.
   */
  toHex16(word: string): string {
    const id = BigInt(`0x${word}`);
    const time = BigInt.asUintN(Number(TIME_BITS), id);
    const rest = id >> TIME_BITS;
    const isSession = (rest & NO_TIME_BITS) === 0n && time >= TIME_FROM && time < TIME_TO;
    const token = isSession
      ? ((rest ^ this.toMask(time)) << TIME_BITS) | time
      : permute64(this.hash, 'hex16', id);
    return inCaseOf(word, token.toString(16).padStart(16, '0'));
  }

  /** 16 bits that are never all 0, so that no id stays as it is. */
  private toMask(time: bigint): bigint {
    return 1n + (this.hash.hash(`session:${time}`) % 0xffffn);
  }

  /** The accounts of one domain still have all but the last number in common. */
  private toSid(word: string): string {
    if (WELL_KNOWN_SID.test(word)) return word;
    const prefix = SID_PREFIX.exec(word)?.[0] ?? 'S';
    const account = word.slice(prefix.length);
    const numberAt = account.lastIndexOf('-');
    const domain = account.slice(0, numberAt);
    const domainToken = domain === '' ? '' : this.sidDomains.find(domain, toNumbersShape);
    return (
      prefix +
      this.sids.find(account, () => [[domainToken], ...toNumbersShape(account.slice(numberAt))])
    );
  }

  private toServerId(word: string): string {
    const prefix = word.slice(0, 3);
    const token = this.serverPrefixes.find(prefix.toUpperCase(), () => SERVER_PREFIX);
    return `${/[a-z]/.test(prefix) ? token : token.toUpperCase()}-${this.toHex16(word.slice(4))}`;
  }
}

const toHexShape = (value: string): Shape => [...value].map(toHexAlphabet);

/** Numbers with `-` before each: none begins with 0. */
const toNumbersShape = (value: string): Shape =>
  [...value].map((character, at) => {
    if (character === '-') return ['-'];
    return value[at - 1] === '-' ? NONZERO : DIGITS;
  });

/** Ids are written in capitals, unless all their letters are small. */
const inCaseOf = (word: string, token: string) =>
  /[a-f]/.test(word) && !/[A-F]/.test(word) ? token : token.toUpperCase();
