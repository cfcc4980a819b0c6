import type {
  DenialCauseDto,
  DenialOutcomeDto,
  DeniedRequestDto,
} from '@license-monitor/api-contract';
import { denialCauses, denialOutcomes } from '../view-state/view-query';
import { listFirst } from '../wording/counts';
import { outcomeNames } from '../wording/denial-words';
import { fill } from '../wording/message';
import { formatCount } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';

const MAX_NAMES = 5;

function listProducts(requests: readonly DeniedRequestDto[]): string {
  const names = [...new Set(requests.map(({ product }) => toVisibleText(product)))].sort();
  return listFirst(names, MAX_NAMES);
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
  const count = formatCount(own.length);
  const products = listProducts(own);
  switch (cause) {
    case 'capacity':
      return $localize`:Denied requests|:${count}:count: for want of seats (${products}:products:; ${countOutcomes(own)}:outcomes:)`;
    case 'policy':
      return $localize`:Denied requests|:${count}:count: by a rule (${products}:products:)`;
    case 'notEnrolled':
      return $localize`:Denied requests|:${count}:count: not enrolled (${products}:products:)`;
    case 'other':
      return $localize`:Denied requests|:${count}:count: for other causes (${products}:products:)`;
  }
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
  const causes = [...parts, ...(isNoneOfSeats ? [$localize`none for want of seats`] : [])];
  const values = { count: requests.length, range, causes: causes.join(', ') };
  return hasMore
    ? fill(
        $localize`{count, plural, one {The last # denied request loaded, {range}: {causes}.} other {The last # denied requests loaded, {range}: {causes}.}}`,
        values,
      )
    : fill(
        $localize`{count, plural, one {# denied request {range}: {causes}.} other {# denied requests {range}: {causes}.}}`,
        values,
      );
}
