import type {
  FindingDto,
  GapDto,
  ProductReconciliationDto,
  ProductSummaryDto,
} from '@license-monitor/api-contract';

/** What the figures of a product themselves show to be doubtful. */
export function findingsOfProduct(summary: ProductSummaryDto): FindingDto[] {
  return [...aboveCapacity(summary), ...capacityConflicts(summary), ...untraced(summary)];
}

function aboveCapacity({ product, utilisation }: ProductSummaryDto): FindingDto[] {
  if (utilisation === null || utilisation.overageMs === 0) return [];
  const { overageMs, knownMs } = utilisation;
  const hours = (overageMs / 3_600_000).toFixed(1);
  return [
    {
      kind: 'useAboveCapacity',
      product,
      count: 1,
      firstAt: null,
      lastAt: null,
      meaning: `More licences were in use than there are, by ${hours} licence-hours of ${(knownMs / 3_600_000).toFixed(1)} known hours: ends may be missing in the log, or the number of seats is out of date. Nothing is cut off.`,
      rows: `/api/v1/usage/summary?product=${encodeURIComponent(product)}`,
    },
  ];
}

function capacityConflicts({ product, entitlements }: ProductSummaryDto): FindingDto[] {
  const conflicts = (entitlements ?? []).filter(({ others }) => others.length > 0);
  const [first] = conflicts;
  if (first === undefined) return [];
  const words = first.others.map(({ source, seats }) => `${source} says ${seatsText(seats)}`);
  return [
    {
      kind: 'capacityConflict',
      product,
      count: conflicts.length,
      firstAt: first.from,
      lastAt: conflicts.at(-1)?.from ?? first.from,
      meaning: `Sources differ on the seats: ${first.source} says ${seatsText(first.seats)} and counts, ${words.join(', ')}.`,
      rows: `/api/v1/entitlements?product=${encodeURIComponent(product)}`,
    },
  ];
}

const seatsText = (seats: number | null) => (seats === null ? 'no limit' : `${seats}`);

function untraced({ product, gaps }: ProductSummaryDto): FindingDto[] {
  const own = gaps.filter(({ cause }) => cause === 'notTraced');
  return own.length === 0 ? [] : [toUntraced(product, own)];
}

/** How far the log and the server differ on what is in use, where they do. */
export function findingOfChecks({ product, checks }: ProductReconciliationDto): FindingDto[] {
  const unlike = checks.filter(({ difference }) => difference !== 0);
  const largest = unlike.reduce((most, { difference }) => Math.max(most, Math.abs(difference)), 0);
  const [first, last] = [unlike[0], unlike.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      kind: 'useDiffersFromServer',
      product,
      count: unlike.length,
      firstAt: first.at,
      lastAt: last.at,
      meaning: `Of ${checks.length} times that the server was asked, it had another number in use than the log tells, by up to ${largest}.`,
      rows: `/api/v1/usage/reconciliation?product=${encodeURIComponent(product)}`,
    },
  ];
}

const toUntraced = (product: string, gaps: readonly GapDto[]): FindingDto => ({
  kind: 'notTraced',
  product,
  count: gaps.length,
  firstAt: gaps[0]?.from ?? null,
  lastAt: gaps.at(-1)?.to ?? null,
  meaning:
    'The server refused this product for want of licences while the log knows of no use: usage tracing is probably off for it. Switch it on in the server configuration (License usage tracing).',
  rows: `/api/v1/denials?product=${encodeURIComponent(product)}&cause=capacity`,
});
