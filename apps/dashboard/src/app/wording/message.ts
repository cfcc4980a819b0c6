import { locale } from './locale';
import { formatCount } from './number';

/** What a message is filled with; a number also chooses the plural. */
export type MessageValues = Readonly<Record<string, string | number>>;

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'value'; readonly name: string }
  | Choice;

interface Choice {
  readonly kind: 'choice';
  readonly name: string;
  readonly type: 'plural' | 'select';
  readonly cases: ReadonlyMap<string, readonly Part[]>;
}

const START = /^\{\s*(?<name>\w+)\s*(?:\}|,\s*(?<type>plural|select)\s*,)/;
const CASE = /^\s*(?<key>=?\w+)\s*\{/;

const plurals = new Intl.PluralRules(locale);
const known = new Map<string, readonly Part[]>();

/** Reads a message from its start to the end, or to the brace that closes the case it stands in. */
class MessageReader {
  private at = 0;

  constructor(private readonly message: string) {}

  readParts(isCase = false): readonly Part[] {
    const parts: Part[] = [];
    while (this.at < this.message.length && !(isCase && this.message[this.at] === '}')) {
      parts.push(this.readPart());
    }
    return parts;
  }

  private readPart(): Part {
    const rest = this.message.slice(this.at);
    if (rest.startsWith('#')) {
      this.at += 1;
      return { kind: 'count' };
    }
    const start = START.exec(rest);
    if (start?.groups === undefined) return this.readText(rest);
    this.at += start[0].length;
    const { name = '', type } = start.groups;
    if (type !== 'plural' && type !== 'select') return { kind: 'value', name };
    return { kind: 'choice', name, type, cases: this.readCases() };
  }

  private readText(rest: string): Part {
    const length = Math.max(1, /^[^{}#]*/.exec(rest)?.[0].length ?? 1);
    this.at += length;
    return { kind: 'text', text: rest.slice(0, length) };
  }

  private readCases(): ReadonlyMap<string, readonly Part[]> {
    const cases = new Map<string, readonly Part[]>();
    for (;;) {
      const start = CASE.exec(this.message.slice(this.at));
      if (start?.groups === undefined) break;
      this.at += start[0].length;
      cases.set(start.groups['key'] ?? '', this.readParts(true));
      this.at += 1;
    }
    this.at = this.message.indexOf('}', this.at) + 1;
    return cases;
  }
}

function write(parts: readonly Part[], values: MessageValues, count: number | null): string {
  return parts.map((part) => writePart(part, values, count)).join('');
}

function writePart(part: Part, values: MessageValues, count: number | null): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'count':
      return count === null ? '#' : formatCount(count);
    case 'value': {
      const value = values[part.name] ?? '';
      return typeof value === 'number' ? formatCount(value) : value;
    }
    case 'choice':
      return writeChoice(part, values, count);
  }
}

function writeChoice(choice: Choice, values: MessageValues, count: number | null): string {
  const { name, type, cases } = choice;
  const value = values[name] ?? '';
  const isPlural = type === 'plural' && typeof value === 'number';
  const key = isPlural ? plurals.select(value) : String(value);
  const chosen = cases.get(`=${value}`) ?? cases.get(key) ?? cases.get('other') ?? [];
  return write(chosen, values, isPlural ? value : count);
}

/**
 * Fills a message of the ICU format, as far as `$localize` leaves that to run time: plurals, choices, and
 * the values in their cases. A language has its own plurals, and its own order of words, so a message is
 * a whole sentence; what is put in is a name, a number or what is written like one. Values are put in as
 * they are: a brace in a name from a log means nothing.
 *
 * @example
 *   fill($localize`{count, plural, one {# session of {user}} other {# sessions of {user}}}`, { count, user })
 */
export function fill(message: string, values: MessageValues): string {
  let parts = known.get(message);
  if (parts === undefined) {
    parts = new MessageReader(message).readParts();
    known.set(message, parts);
  }
  return write(parts, values, null);
}
