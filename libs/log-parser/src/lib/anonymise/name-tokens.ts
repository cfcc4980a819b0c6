import {
  ACCENTED,
  findAlphabet,
  foldCharacter,
  isCapital,
  LETTERS,
  type Alphabet,
} from './alphabets.js';
import type { KeyedHash } from './keyed-hash.js';
import { TokenBook, type Shape } from './token-book.js';

/**
 * Tokens of names: of users, hosts, domains and of any word that nobody knows. All are one kind, so
 * a name has one token wherever it stands. Names are compared without regard to case; a token has
 * the case, the digits and the script of its name, character by character.
 */
export class NameTokens {
  private readonly book: TokenBook;
  private readonly names = new Set<string>();

  constructor(hash: KeyedHash) {
    this.book = new TokenBook(hash, 'name', toSpare);
  }

  get size(): number {
    return this.book.size;
  }

  /** The token of a word; the word itself where nothing in it can be replaced. */
  toToken(word: string): string {
    const characters = [...word];
    if (!characters.some(findAlphabet)) return word;
    const capitals = characters.map(isCapital);
    const last = capitals.length - 1;
    return [...this.book.find(fold(word), toShape)]
      .map((part, at) => (capitals[Math.min(at, last)] ? part.toUpperCase() : part))
      .join('');
  }

  /** Notes that a word is somebody's or something's name, even where it is a known word too. */
  remember(word: string): void {
    this.names.add(fold(word));
  }

  /** Whether a word was noted as a name. */
  isName(word: string): boolean {
    return this.names.has(fold(word));
  }
}

const fold = (word: string) => [...word].map(foldCharacter).join('');

const toShape = (word: string): Shape =>
  [...word].map((character) => findAlphabet(character) ?? [character]);

/** A token that is longer than its name goes on as the name ends: in a word of ASCII, or not. */
function toSpare(word: string): Alphabet {
  const last = word.replace(/.*(?=.)/su, '');
  return /\w/.test(last) ? LETTERS : (findAlphabet(last) ?? ACCENTED);
}
