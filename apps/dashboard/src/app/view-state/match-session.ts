import type { SessionDto } from '@license-monitor/api-contract';
import { subjects, type Subject } from './view-query';

type SubjectFilters = Readonly<Record<Subject, readonly string[]>>;

// The API takes users and hosts so; products and servers have one spelling.
const toNameKey = (name: string) => name.normalize('NFC').toLowerCase();

type Subjects = Readonly<Record<Subject, string>>;

function hasName(row: Subjects, subject: Subject, name: string): boolean {
  const isLoose = subject === 'user' || subject === 'host';
  return isLoose ? toNameKey(row[subject]) === toNameKey(name) : row[subject] === name;
}

/** Whether a row is of the products, users, hosts and servers that are asked for. */
export function matchesSubjects(row: Subjects, filters: SubjectFilters): boolean {
  return subjects.every(
    (subject) =>
      filters[subject].length === 0 || filters[subject].some((name) => hasName(row, subject, name)),
  );
}

/** Whether every word of a text occurs in one of the names of a session, whatever the case and the accents. */
export function matchesText(session: SessionDto, text: string): boolean {
  const { user, product, host, server, editor, display } = session;
  return matchesWords([user, product, host, server, editor, display], text);
}

const toPlain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Whether every word of a text occurs in one of the names, whatever the case and the accents. */
export function matchesWords(names: readonly (string | null)[], text: string): boolean {
  const known = toPlain(names.filter((name) => name !== null).join('\n'));
  const words = toPlain(text).split(/\s+/);
  return words.every((word) => known.includes(word));
}
