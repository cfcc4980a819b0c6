import type { DenialExplanationDto, DurationMs, EpochMs } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { formatInstant } from '../wording/instant';
import { countOf } from '../wording/quantity';
import { plainNameOf } from '../wording/name-of';
import { toVisibleText } from '../wording/visible-text';

const MINUTE_MS = 60_000;

function describeSeats({ inUse, entitlement }: DenialExplanationDto): string {
  if (entitlement === null) return `${countOf(inUse, 'licence')} in use, seats owned unknown`;
  return `${inUse} of ${countOf(entitlement, 'seat')} in use`;
}

function describeShortage(explanation: DenialExplanationDto): string {
  const { inUse, entitlement } = explanation;
  const isAbove = entitlement !== null && inUse > entitlement;
  return isAbove
    ? `no seat was free: ${inUse} in use, and only ${entitlement} owned by what is known.`
    : `no seat was free, ${describeSeats(explanation)}.`;
}

function describeUnknown({ request, inUse, entitlement }: DenialExplanationDto): string {
  if (request.cause !== 'capacity') return 'the reason does not tell a shortage from a rule.';
  const seats = entitlement === null ? 'how many seats were owned is not known' : '';
  return `the server had no free seat; ${seats}, and the log knows of ${countOf(inUse, 'licence')} in use.`;
}

function describeVerdict(explanation: DenialExplanationDto): string {
  const { verdict, inUse, entitlement, isObserved } = explanation;
  const seats = isObserved ? ` (${describeSeats(explanation)})` : '';
  switch (verdict) {
    case 'shortage':
      return describeShortage(explanation);
    case 'rule':
      return `a rule of the licence server refused it, not a want of seats${seats}.`;
    case 'notOwned':
      return `the licence server does not offer it: not enrolled, or no longer${seats}.`;
    case 'seatsFree':
      return (
        'the server said that no licence was free, but the log knows of ' +
        `${countOf((entitlement ?? inUse) - inUse, 'free seat')}: reserved, offline, or used by ` +
        'people who are not traced.'
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
  const user = request.user === null ? 'Somebody' : nameOf('user', request.user);
  const who = `${user} was refused ${toVisibleText(request.product)} on ${when}`;
  const doubt = isObserved
    ? ''
    : ' The log does not tell about that instant, so what was in use is not known for sure.';
  return `${who}: ${describeVerdict(explanation)}${doubt}`;
}

function describeGrant({ request, windows, grantedAt }: DenialExplanationDto): string {
  const window = formatDuration(windows.retryMs);
  if (request.outcome === 'redirected') return 'A licence was granted elsewhere at once.';
  if (grantedAt !== null && grantedAt >= request.at) {
    return `A licence was granted ${writeDelay(grantedAt - request.at)}.`;
  }
  return request.outcome === 'pending'
    ? `Not granted yet; the ${window} are not over.`
    : `Not granted within ${window}: the request is lost.`;
}

const writeDelay = (delayMs: DurationMs): string =>
  delayMs < MINUTE_MS ? 'within a minute' : `after ${formatDuration(delayMs)}`;

/** Says what came next: when a seat was freed, and when the person was granted the product. */
export function toNextSentence(explanation: DenialExplanationDto): string {
  const { request, holders, firstFreedAt } = explanation;
  const freed =
    firstFreedAt === null
      ? 'None of the holders has given back yet.'
      : `The first of the holders gave back ${writeDelay(firstFreedAt - request.at)}.`;
  const grant = describeGrant(explanation);
  return holders.length === 0 ? grant : `${freed} ${grant}`;
}
