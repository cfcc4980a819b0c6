import type {
  DenialCauseDto,
  DenialOutcomeDto,
  DeniedRequestDto,
} from '@license-monitor/api-contract';
import { denialCauses, denialOutcomes } from '../view-state/view-query';
import { causePhrases, outcomeNames } from '../wording/denial-words';
import { countOf, formatCount } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';

const MAX_NAMES = 5;

function listProducts(requests: readonly DeniedRequestDto[]): string {
  const names = [...new Set(requests.map(({ product }) => toVisibleText(product)))].sort();
  const more = names.length - MAX_NAMES;
  return names.slice(0, MAX_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function countOutcomes(requests: readonly DeniedRequestDto[]): string {
  const countOfOutcome = (outcome: DenialOutcomeDto) =>
    requests.filter((request) => request.outcome === outcome).length;
  return denialOutcomes
    .map((outcome) => [countOfOutcome(outcome), outcomeNames[outcome]] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${formatCount(count)} ${name}`)
    .join(', ');
}

function describeCause(cause: DenialCauseDto, requests: readonly DeniedRequestDto[]): string {
  const own = requests.filter((request) => request.cause === cause);
  if (own.length === 0) return '';
  const outcomes = cause === 'capacity' ? `; ${countOutcomes(own)}` : '';
  return `${formatCount(own.length)} ${causePhrases[cause]} (${listProducts(own)}${outcomes})`;
}

/**
 * Answers "Want of seats, or a rule?" for the requests that were fetched.
 *
 * @param range of which they are, in words.
 * @param hasMore whether there are earlier ones that were not fetched.
 */
export function toDenialsSentence(
  requests: readonly DeniedRequestDto[],
  range: string,
  hasMore: boolean,
): string {
  const parts = denialCauses
    .map((cause) => describeCause(cause, requests))
    .filter((part) => part !== '');
  const isNoneOfSeats = !requests.some(({ cause }) => cause === 'capacity');
  const counted = countOf(requests.length, 'denied request');
  const subject = hasMore ? `The last ${counted} loaded, ${range}` : `${counted} ${range}`;
  return `${subject}: ${parts.join(', ')}${isNoneOfSeats ? ', none for want of seats' : ''}.`;
}
