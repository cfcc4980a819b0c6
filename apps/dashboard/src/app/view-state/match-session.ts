import type { SessionDto } from '@license-monitor/api-contract';
import { subjects, type Subject } from './view-query';

type SubjectFilters = Readonly<Record<Subject, readonly string[]>>;

// The API takes users and hosts so; products and servers have one spelling.
const toNameKey = (name: string) => name.normalize('NFC').toLowerCase();

function hasName(session: SessionDto, subject: Subject, name: string): boolean {
  const isLoose = subject === 'user' || subject === 'host';
  return isLoose ? toNameKey(session[subject]) === toNameKey(name) : session[subject] === name;
}

/** Whether a session is of the products, users, hosts and servers that are asked for. */
export function matchesSubjects(session: SessionDto, filters: SubjectFilters): boolean {
  return subjects.every(
    (subject) =>
      filters[subject].length === 0 ||
      filters[subject].some((name) => hasName(session, subject, name)),
  );
}

/** Whether every word of a text occurs in one of the names of a session, whatever the case. */
export function matchesText(session: SessionDto, text: string): boolean {
  const { user, product, host, server, editor, display } = session;
  const names = [user, product, host, server, editor ?? '', display ?? ''].join('\n').toLowerCase();
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => names.includes(word));
}
