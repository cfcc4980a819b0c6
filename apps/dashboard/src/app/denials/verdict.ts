import type { DenialExplanationDto, DurationMs, EpochMs } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { formatInstant } from '../wording/instant';
import { fill } from '../wording/message';
import { countInUse, formatCount } from '../wording/quantity';
import { plainNameOf } from '../wording/name-of';
import { toVisibleText } from '../wording/visible-text';

const MINUTE_MS = 60_000;

function describeSeats({ inUse, entitlement }: DenialExplanationDto): string {
  if (entitlement === null) {
    return $localize`${countInUse(inUse, 'unknown')}:licences: in use, seats owned unknown`;
  }
  return fill(
    $localize`{seats, plural, one {{inUse} of # seat in use} other {{inUse} of # seats in use}}`,
    { inUse, seats: entitlement },
  );
}

function describeShortage(explanation: DenialExplanationDto): string {
  const { inUse, entitlement } = explanation;
  const isAbove = entitlement !== null && inUse > entitlement;
  return isAbove
    ? $localize`no seat was free: ${formatCount(inUse)}:inUse: in use, and only ${formatCount(entitlement)}:owned: owned by what is known.`
    : $localize`no seat was free, ${describeSeats(explanation)}:seats:.`;
}

function describeUnknown({ request, inUse, entitlement }: DenialExplanationDto): string {
  if (request.cause !== 'capacity') {
    return $localize`the reason does not tell a shortage from a rule.`;
  }
  const licences = countInUse(inUse, 'unknown');
  return entitlement === null
    ? $localize`the server had no free seat; how many seats were owned is not known, and the log knows of ${licences}:licences: in use.`
    : $localize`the server had no free seat, and the log knows of ${licences}:licences: in use.`;
}

function describeVerdict(explanation: DenialExplanationDto): string {
  const { verdict, inUse, entitlement, isObserved } = explanation;
  const seats = isObserved ? describeSeats(explanation) : '';
  switch (verdict) {
    case 'shortage':
      return describeShortage(explanation);
    case 'rule':
      return seats === ''
        ? $localize`a rule of the licence server refused it, not a want of seats.`
        : $localize`a rule of the licence server refused it, not a want of seats (${seats}:seats:).`;
    case 'notOwned':
      return seats === ''
        ? $localize`the licence server does not offer it: not enrolled, or no longer.`
        : $localize`the licence server does not offer it: not enrolled, or no longer (${seats}:seats:).`;
    case 'seatsFree':
      return fill(
        $localize`{free, plural, one {the server said that no licence was free, but the log knows of # free seat: reserved, offline, or used by people who are not traced.} other {the server said that no licence was free, but the log knows of # free seats: reserved, offline, or used by people who are not traced.}}`,
        { free: (entitlement ?? inUse) - inUse },
      );
    case 'unknown':
      return describeUnknown(explanation);
  }
}

/** Says in a sentence why somebody was refused, as far as it can be known. */
export function toVerdictSentence(
  explanation: DenialExplanationDto,
  zone: string,
  now: EpochMs,
  nameOf = plainNameOf,
): string {
  const { request, isObserved } = explanation;
  const when = formatInstant(request.at, zone, now);
  const user = request.user === null ? $localize`Somebody` : nameOf('user', request.user);
  const product = toVisibleText(request.product);
  const why = describeVerdict(explanation);
  const verdict = $localize`${user}:user: was refused ${product}:product: on ${when}:instant:: ${why}:why:`;
  return isObserved
    ? verdict
    : `${verdict} ${$localize`The log does not tell about that instant, so what was in use is not known for sure.`}`;
}

function describeGrant({ request, windows, grantedAt }: DenialExplanationDto): string {
  const window = formatDuration(windows.retryMs);
  if (request.outcome === 'redirected') return $localize`A licence was granted elsewhere at once.`;
  if (grantedAt !== null && grantedAt >= request.at) {
    const delayMs = grantedAt - request.at;
    return delayMs < MINUTE_MS
      ? $localize`A licence was granted within a minute.`
      : $localize`A licence was granted after ${formatDuration(delayMs)}:length:.`;
  }
  return request.outcome === 'pending'
    ? $localize`Not granted yet; the ${window}:length: are not over.`
    : $localize`Not granted within ${window}:length:: the request is lost.`;
}

function describeFreed(freedMs: DurationMs | null): string {
  if (freedMs === null) return $localize`None of the holders has given back yet.`;
  return freedMs < MINUTE_MS
    ? $localize`The first of the holders gave back within a minute.`
    : $localize`The first of the holders gave back after ${formatDuration(freedMs)}:length:.`;
}

/** Says what came next: when a seat was freed, and when the person was granted the product. */
export function toNextSentence(explanation: DenialExplanationDto): string {
  const { request, holders, firstFreedAt } = explanation;
  const freed = describeFreed(firstFreedAt === null ? null : firstFreedAt - request.at);
  const grant = describeGrant(explanation);
  return holders.length === 0 ? grant : `${freed} ${grant}`;
}
