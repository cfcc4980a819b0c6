import { toVisibleText } from './visible-text';

/** What a name from the log is of. */
export type NameKind = 'product' | 'user' | 'host' | 'server';

/** Writes a name from the log as the screen shows it. */
export type NameOf = (kind: NameKind, name: string) => string;

/** Writes names as the log has them; see {@link toVisibleText}. */
export const plainNameOf: NameOf = (_kind, name) => toVisibleText(name);

// The API takes users and hosts whatever their case, so one person has one number.
const toNameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * Makes a writer that puts a number in place of each user and host: `user 7`. Numbers are given as
 * names come, so they tell nothing about a name, not even to somebody who knows all of them; they
 * hold as long as the writer.
 */
export function maskedNameOf(): NameOf {
  const numbers = { user: new Map<string, number>(), host: new Map<string, number>() };
  return (kind, name) => {
    if (kind !== 'user' && kind !== 'host') return toVisibleText(name);
    const known = numbers[kind];
    const key = toNameKey(name);
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return kind === 'user'
      ? $localize`:A masked name|:user ${number}:number:`
      : $localize`:A masked name|:host ${number}:number:`;
  };
}
