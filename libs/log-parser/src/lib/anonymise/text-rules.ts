import { IPV4, type AddressTokens } from './address-tokens.js';
import type { IdTokens } from './id-tokens.js';
import { VERSION_TEXT } from './known-texts.js';
import { isPathWord, isTextWord } from './known-words.js';
import type { NameTokens } from './name-tokens.js';
import { replaceParts } from './replace-parts.js';

/**
 * A word: letters, digits and signs of any script, joined by `-` and `_`. All else is punctuation or
 * a blank and stays, so what a line is split at stays where it is.
 */
const LETTER = String.raw`[\p{L}\p{M}\p{N}\p{So}\p{Co}\p{Cn}\p{Cs}]`;
const WORD = new RegExp(`${LETTER}+(?:[-_]+${LETTER}+)*`, 'gu');

/** Groups of hexadecimal digits with colons between: an address, or a time of day. */
const COLON_GROUPS = /(?<![\da-z])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\da-z])/gi;
/** As many colons as a hardware address of a network card has. */
const MIN_COLONS = 5;

/** Behind it stands the folder of a user. */
const HOME = /(?:users|home|profiles|settings)[\\/]+$/i;
const HOME_LENGTH = 12;

/** What a Java stack trace is told by: it stays at the end of a word. */
const TRACE_END = /(?:Exception|Error)$/;

/** Up to three numbers: four could be an address. */
export const VERSION = /^\d{1,4}(?:\.\d{1,5}){0,2}\.?$/;

/** Ends of domain names that are nobody's. */
const PUBLIC_LABEL = /^(?:com|net|org|local|lan)$/i;

/** A shorter name says nothing, and would take articles and numbers out of every message. */
const MIN_NAME = 3;

/** Where a word stands. */
interface Place {
  /** The characters before it. */
  readonly before: string;
  /** The characters behind it. */
  readonly behind: string;
}

/** What becomes of a word that is no id. */
type WordRule = (word: string, place: Place) => string;

/** Replaces what could name somebody in a text; all rules share the same tokens. */
export class TextRules {
  constructor(
    private readonly names: NameTokens,
    private readonly addresses: AddressTokens,
    private readonly ids: IdTokens,
  ) {}

  /** A name: every word of it goes, and is known as a name from then on. */
  name(text: string): string {
    return this.replace(text, (word, { before }) => {
      if (before.endsWith('.') && PUBLIC_LABEL.test(word)) return word;
      this.names.remember(word);
      return this.names.toToken(word);
    });
  }

  /** A value whose kind is not known: every word of it goes. */
  value(text: string): string {
    return this.replace(text, (word) => this.names.toToken(word));
  }

  /** A path: what is no folder or program of the system or the vendor goes. */
  path(text: string): string {
    return this.replace(text, (word, place) =>
      (isPathWord(word) && !isForced(place)) || isDrive(word, place)
        ? word
        : this.names.toToken(word),
    );
  }

  /**
   * A message: what is no known word goes, and so does a known word that is somebody's name.
   *
   * @param kept What stays in any case, global.
   */
  message(text: string, kept: RegExp): string {
    const toWord: WordRule = (word, place) => this.toMessageWord(word, place);
    const toRest = (part: string) => this.replace(part, toWord);
    return replaceParts(
      text,
      VERSION_TEXT,
      (part) => this.toVersionText(part),
      (rest) => replaceParts(rest, kept, (part) => part, toRest),
    );
  }

  /** What is no version becomes other digits, for the parser still takes it for one. */
  private toVersionText(text: string): string {
    const versionAt = text.lastIndexOf(' ') + 1;
    const version = text.slice(versionAt);
    if (VERSION.test(version)) return text;
    return text.slice(0, versionAt) + version.replace(WORD, (word) => this.names.toToken(word));
  }

  private toMessageWord(word: string, place: Place): string {
    const isName = word.length >= MIN_NAME && this.names.isName(word);
    if (isDrive(word, place)) return word;
    if (!isName && !isForced(place)) {
      if (isTextWord(word)) return word;
      const hex = this.ids.findHex(word);
      if (hex !== undefined) return hex;
    }
    const end = TRACE_END.exec(word)?.[0] ?? '';
    const rest = word.slice(0, word.length - end.length);
    return rest === '' ? word : this.names.toToken(rest) + end;
  }

  private replace(text: string, rule: WordRule): string {
    const toWords = (part: string) => this.replaceWords(part, rule);
    const toIpv6 = (part: string) => (isIpv6(part) ? this.addresses.toIpv6(part) : toWords(part));
    return replaceParts(
      text,
      IPV4,
      (part) => this.addresses.toIpv4(part),
      (rest) => replaceParts(rest, COLON_GROUPS, toIpv6, toWords),
    );
  }

  private replaceWords(text: string, rule: WordRule): string {
    return text.replace(WORD, (word: string, at: number) => {
      const id = this.ids.find(word);
      if (id !== undefined) return id;
      const end = at + word.length;
      return rule(word, {
        before: text.slice(Math.max(0, at - HOME_LENGTH), at),
        behind: text.slice(end, end + 2),
      });
    });
  }
}

const isIpv6 = (text: string) => text.includes('::') || text.split(':').length > MIN_COLONS;

/** The folder of a user, or one side of `user@domain`. */
const isForced = ({ before, behind }: Place) =>
  HOME.test(before) || before.endsWith('@') || behind.startsWith('@');

const isDrive = (word: string, { behind }: Place) =>
  /^[A-Z]$/i.test(word) && (behind === ':\\' || behind === ':/');
