import { MINUTE_MS, SECOND_MS } from '../durations';
import type { CaseFacts, CaseRefusal, RefusalReason } from './case-facts';
import type {
  ConformanceSettings,
  DenialCounts,
  DeniedRequestCounts,
  DenialWindowSettings,
} from './conformance-case';
import { personOf } from './count-use';

const CAUSES: Readonly<Record<RefusalReason, keyof DenialCounts>> = {
  'no more available license': 'capacity',
  'no license enrolled': 'notEnrolled',
  'license expired': 'notEnrolled',
  'not allowed by authorization rule': 'policy',
  'client release is too high': 'other',
  'server busy': 'other',
};

/** Counts refusal lines by cause. */
export function countRefusals(refusals: readonly CaseRefusal[]): DenialCounts {
  const counts = { capacity: 0, policy: 0, notEnrolled: 0, other: 0 };
  for (const { reason } of refusals) counts[CAUSES[reason]] += 1;
  return counts;
}

/**
 * Says what became of the requests for one product that were refused for want of a licence
 * (features.md §2.4). A RangeError tells of one whose time to be granted is not over yet.
 */
export function judgeRequests(
  refusals: readonly CaseRefusal[],
  sessions: CaseFacts['sessions'],
  { denialWindows, readUntil }: ConformanceSettings,
): DeniedRequestCounts {
  const counts = { redirected: 0, delayed: 0, lost: 0, waitingMs: 0 };
  const waiting = new Set<string>();
  for (const { person, firstAt } of requestsOf(refusals, denialWindows)) {
    const grants = sessions.filter(({ workplace }) => personOf(workplace) === person);
    const wait = waitFor(
      firstAt,
      grants.map(({ start }) => start.at),
      denialWindows,
    );
    if (wait === null && firstAt + denialWindows.retryMinutes * MINUTE_MS >= readUntil) {
      throw new RangeError('A request is pending at the end of the scenario.');
    }
    if (wait === 0) {
      counts.redirected += 1;
      continue;
    }
    waiting.add(person);
    counts[wait === null ? 'lost' : 'delayed'] += 1;
    counts.waitingMs += wait ?? 0;
  }
  return { ...counts, people: waiting.size };
}

/** Refusals of one person that follow each other closely are one request. */
function requestsOf(
  refusals: readonly CaseRefusal[],
  { burstSeconds }: DenialWindowSettings,
): { person: string; firstAt: number }[] {
  const ofCapacity = refusals.filter(({ reason }) => CAUSES[reason] === 'capacity');
  return ofCapacity.flatMap((refusal, index) => {
    const person = personOf(refusal);
    const before = ofCapacity.slice(0, index).findLast((other) => personOf(other) === person);
    const isNew = before === undefined || refusal.at - before.at > burstSeconds * SECOND_MS;
    return isNew ? [{ person, firstAt: refusal.at }] : [];
  });
}

/** How long somebody waited, ms: 0 when granted at once, null when never. */
function waitFor(
  firstAt: number,
  grants: readonly number[],
  { redirectSeconds, retryMinutes }: DenialWindowSettings,
): number | null {
  const nearMs = redirectSeconds * SECOND_MS;
  const waits = grants.map((at) => at - firstAt).filter((wait) => wait >= -nearMs);
  const wait = Math.min(...waits);
  if (wait > retryMinutes * MINUTE_MS) return null;
  return wait <= nearMs ? 0 : wait;
}
