import type { SubjectDto } from '@license-monitor/api-contract';
import { formatInstant } from '../wording/instant';
import { countSessions } from '../wording/counts';
import { fill } from '../wording/message';
import { plainNameOf, type NameOf } from '../wording/name-of';

const MAX_NAMED = 3;

/** Whether anything was ever heard of a subject. */
export function isKnown({ firstSeenAt, now, sessions, deniedRequests }: SubjectDto): boolean {
  return firstSeenAt !== null || now.length > 0 || sessions > 0 || deniedRequests > 0;
}

function describeNow({ kind, key, now }: SubjectDto, nameOf: NameOf): string {
  const name = nameOf(kind, key);
  const count = now.length;
  const sessions = countSessions(count);
  switch (kind) {
    case 'product': {
      const people = new Set(now.map(({ user }) => user)).size;
      return count === 0
        ? $localize`Nobody holds ${name}:product: now`
        : fill(
            $localize`{people, plural, one {{name} is held by # user in {sessions} now} other {{name} is held by # users in {sessions} now}}`,
            { people, name, sessions },
          );
    }
    case 'user':
      return count === 0
        ? $localize`${name}:user: holds no session now`
        : $localize`${name}:user: holds ${sessions}:sessions: now`;
    case 'host':
      return count === 0
        ? $localize`${name}:host: has no session now`
        : $localize`${name}:host: has ${sessions}:sessions: now`;
  }
}

function describeUsual({ kind, breakdown }: SubjectDto, nameOf: NameOf): string {
  const part = kind === 'product' ? 'user' : 'product';
  const names = breakdown
    .filter(({ sessionMs }) => sessionMs > 0)
    .slice(0, MAX_NAMED)
    .map(({ key }) => nameOf(part, key));
  if (names.length === 0) return '';
  const list = names.join(', ');
  return kind === 'product'
    ? $localize`most used by ${list}:users:`
    : $localize`usually ${list}:products:`;
}

/** Says in a sentence what a subject holds, what it usually does, and since when it is known. */
export function toSubjectSentence(subject: SubjectDto, zone: string, nameOf = plainNameOf): string {
  const { firstSeenAt, asOf } = subject;
  const seen =
    firstSeenAt === null
      ? $localize`no session in the history`
      : $localize`first seen ${formatInstant(firstSeenAt, zone, asOf)}:instant:`;
  const parts = [describeNow(subject, nameOf), describeUsual(subject, nameOf), seen];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
