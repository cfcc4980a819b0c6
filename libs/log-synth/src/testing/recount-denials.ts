import type { ConformanceSettings } from '../lib/conformance/conformance-case';
import type { FoundSession } from './pair-case-lines';
import type { CaseLine } from './read-case-lines';

/** A refusal as its line tells of it. */
export interface FoundRefusal {
  readonly at: number;
  readonly product: string;
  readonly user: string;
  readonly cause: 'capacity' | 'policy' | 'notEnrolled' | 'other';
}

const REFUSED = /^(\S+) not granted, (.*) \( from client [^|]*\|([^|]*)\|/;

export function findRefusals(lines: readonly CaseLine[]): FoundRefusal[] {
  return lines.flatMap(({ at, category, message }) => {
    const [, product, reason, user] = REFUSED.exec(message) ?? [];
    if (category !== 'LICENSESERV' || product === undefined) return [];
    return [{ at, product, user: user!.toLowerCase(), cause: causeOf(reason!) }];
  });
}

function causeOf(reason: string): FoundRefusal['cause'] {
  if (/no more available/.test(reason)) return 'capacity';
  if (/enrolled|expired/.test(reason)) return 'notEnrolled';
  return /authoriz/.test(reason) ? 'policy' : 'other';
}

export function countCauses(refusals: readonly FoundRefusal[]) {
  const count = (cause: FoundRefusal['cause']) =>
    refusals.filter((one) => one.cause === cause).length;
  return {
    capacity: count('capacity'),
    policy: count('policy'),
    notEnrolled: count('notEnrolled'),
    other: count('other'),
  };
}

/** Goes through the refusals of each person in turn. */
export function recountRequests(
  refusals: readonly FoundRefusal[],
  sessions: readonly FoundSession[],
  { denialWindows }: ConformanceSettings,
) {
  const { burstSeconds, redirectSeconds, retryMinutes } = denialWindows;
  const counts = { redirected: 0, delayed: 0, lost: 0, waitingMs: 0, people: 0 };
  const ofCapacity = refusals.filter(({ cause }) => cause === 'capacity');
  for (const user of new Set(ofCapacity.map((refusal) => refusal.user))) {
    let last = Number.NEGATIVE_INFINITY;
    let isAffected = false;
    for (const { at } of ofCapacity.filter((refusal) => refusal.user === user)) {
      const isFirst = at - last > burstSeconds * 1_000;
      last = at;
      if (!isFirst) continue;
      const starts = sessions.filter((one) => one.user === user).map(({ start }) => start - at);
      const isNear = starts.some((wait) => Math.abs(wait) <= redirectSeconds * 1_000);
      const waits = starts.filter((wait) => wait > 0 && wait <= retryMinutes * 60_000);
      if (isNear) counts.redirected += 1;
      else if (waits.length === 0) counts.lost += 1;
      else {
        counts.delayed += 1;
        counts.waitingMs += Math.min(...waits);
      }
      isAffected ||= !isNear;
    }
    if (isAffected) counts.people += 1;
  }
  return counts;
}
