import type { SubjectDto } from '@license-monitor/api-contract';
import { formatInstant } from '../wording/instant';
import { countOf } from '../wording/quantity';
import { plainNameOf, type NameOf } from '../wording/name-of';

const MAX_NAMED = 3;

/** Whether anything was ever heard of a subject. */
export function isKnown({ firstSeenAt, now, sessions, deniedRequests }: SubjectDto): boolean {
  return firstSeenAt !== null || now.length > 0 || sessions > 0 || deniedRequests > 0;
}

function describeNow({ kind, key, now }: SubjectDto, nameOf: NameOf): string {
  const name = nameOf(kind, key);
  const sessions = countOf(now.length, 'session');
  if (kind === 'product') {
    const people = new Set(now.map(({ user }) => user)).size;
    return now.length === 0
      ? `Nobody holds ${name} now`
      : `${name} is held by ${countOf(people, 'user')} in ${sessions} now`;
  }
  const verb = kind === 'host' ? 'has' : 'holds';
  return now.length === 0 ? `${name} ${verb} no session now` : `${name} ${verb} ${sessions} now`;
}

function describeUsual({ kind, breakdown }: SubjectDto, nameOf: NameOf): string {
  const part = kind === 'product' ? 'user' : 'product';
  const names = breakdown
    .filter(({ sessionMs }) => sessionMs > 0)
    .slice(0, MAX_NAMED)
    .map(({ key }) => nameOf(part, key));
  if (names.length === 0) return '';
  return kind === 'product' ? `most used by ${names.join(', ')}` : `usually ${names.join(', ')}`;
}

/** Says in a sentence what a subject holds, what it usually does, and since when it is known. */
export function toSubjectSentence(subject: SubjectDto, zone: string, nameOf = plainNameOf): string {
  const { firstSeenAt, asOf } = subject;
  const seen =
    firstSeenAt === null
      ? 'no session in the history'
      : `first seen ${formatInstant(firstSeenAt, zone, asOf)}`;
  const parts = [describeNow(subject, nameOf), describeUsual(subject, nameOf), seen];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
