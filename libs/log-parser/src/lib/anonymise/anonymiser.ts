import { parseLevelAndCategory, parseStamp, STAMP_LENGTH } from '../lines/parse-header.js';
import { AddressTokens } from './address-tokens.js';
import { anonymiseDenial } from './anonymise-denial.js';
import { anonymiseUsage } from './anonymise-usage.js';
import { FieldRules } from './field-rules.js';
import { IdTokens } from './id-tokens.js';
import { KeyedHash } from './keyed-hash.js';
import { NameTokens } from './name-tokens.js';
import { TextRules } from './text-rules.js';

/**
 * Makes a copy of a log that names nobody and is read as the original is, so that it can be shared.
 *
 * Idea: every name, address and id gets a token of its own form by a keyed hash. The grammar says
 * what the fields of a line are; in any other text only known words stay.
 *
 * Invariant: `parseLine` reads the copy of a line as it reads the line, with other names: the same
 * type, stamp, product, model, quantity, reason and faults, the same fields empty. A name has the
 * same token in all lines and fields, whatever its case; with another key another one. Two names
 * never share a token, so which of two gets which may depend on the order of the lines where their
 * hashes are equal, as those of very short names often are.
 *
 * What stays: stamp, level, category, action, product, known editors, model, count, version; known
 * words and numbers of up to four digits outside of names; the time of a session id (log-format.md
 * §2.6), which says no more than the stamps do; the folders and programs of the system and the
 * vendor. Memory grows with the number of different names, see `TokenBook`.
 *
 * @example
 * new Anonymiser('a secret').anonymiseLine('2025/05/20 15:06:36:933 I MONITORING  alice is busy')
 */
export class Anonymiser {
  private readonly books: readonly { readonly size: number }[];
  private readonly fields: FieldRules;

  /** @param key Any text; only one that cannot be guessed keeps the names secret. */
  constructor(key: string) {
    const hash = new KeyedHash(key);
    const names = new NameTokens(hash);
    const addresses = new AddressTokens(hash);
    const ids = new IdTokens(hash, addresses);
    this.books = [names, addresses, ids];
    this.fields = new FieldRules(new TextRules(names, addresses, ids), addresses);
  }

  /** How many different names, addresses and ids have a token; of ids of 16 digits none is kept. */
  get tokenCount(): number {
    return this.books.reduce((sum, { size }) => sum + size, 0);
  }

  /** The copy of a line, both without an end of line. Never throws, whatever the text. */
  anonymiseLine(text: string): string {
    const stamp = parseStamp(text);
    if ('fault' in stamp && stamp.fault === 'noHeader') return this.fields.message(text);
    const head = 'fault' in stamp ? undefined : parseLevelAndCategory(text);
    const messageFrom = head?.messageFrom ?? STAMP_LENGTH;
    const message = text.slice(messageFrom);
    return text.slice(0, messageFrom) + this.toMessage(head?.category, message);
  }

  private toMessage(category: string | undefined, message: string): string {
    const { fields } = this;
    if (category === 'USGTRACING') return anonymiseUsage(message, fields);
    const denial = category === 'LICENSESERV' ? anonymiseDenial(message, fields) : undefined;
    return denial ?? fields.message(message);
  }
}
