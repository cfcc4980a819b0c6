import type {
  DenialsTodayDto,
  LicenseModelDto,
  OverviewDto,
  ProductUsageDto,
} from '@license-monitor/api-contract';
import { plainNameOf, type NameOf } from '../wording/name-of';
import { toVisibleText } from '../wording/visible-text';
import { formatClock } from '../wording/instant';
import { listFirst } from '../wording/counts';
import { fill } from '../wording/message';
import { countInUse } from '../wording/quantity';
import { toProductState } from './product-state';

const listOf = (names: readonly string[]): string => listFirst(names, 5);

function describeFull(products: readonly ProductUsageDto[]): string {
  const full = products.filter((product) => toProductState(product) === 'full');
  if (full.length === 0) {
    const isKnown = products.some(({ entitlement }) => entitlement !== null);
    return isKnown ? $localize`No product is full.` : '';
  }
  const names = listOf(full.map(({ product }) => toVisibleText(product)));
  return fill(
    $localize`{count, plural, one {# product is full: {names}.} other {# products are full: {names}.}}`,
    { count: full.length, names },
  );
}

// Each model counts something else, so their sums stand side by side and are never added.
function describeInUse({ products, users }: OverviewDto): string {
  const sums = new Map<LicenseModelDto, number>();
  for (const { model, licenses } of products) {
    const unit = model === 'unknown' ? 'concurrentUser' : model;
    sums.set(unit, (sums.get(unit) ?? 0) + licenses);
  }
  const used = [...sums].filter(([, sum]) => sum > 0);
  const parts = used.map(([model, sum]) => countInUse(sum, model));
  const inUse = products.filter(({ sessions }) => sessions > 0).length;
  const all = products.length;
  return parts.length === 0
    ? fill(
        $localize`{all, plural, one {{inUse} of # product in use.} other {{inUse} of # products in use.}}`,
        { all, inUse },
      )
    : fill(
        $localize`{all, plural, one {{inUse} of # product in use: {held} held by {users, plural, one {# user} other {# users}}.} other {{inUse} of # products in use: {held} held by {users, plural, one {# user} other {# users}}.}}`,
        { all, inUse, held: parts.join(', '), users },
      );
}

interface ProductDenials extends DenialsTodayDto {
  readonly product: string;
}

// A denial names a product code alone, so all rows of one code tell the same denials.
function toDenials(products: readonly ProductUsageDto[]): readonly ProductDenials[] {
  const byCode = new Map(
    products.map(({ product, denialsToday }) => [product, { product, ...denialsToday }]),
  );
  return [...byCode.values()];
}

function countToday(capacity: number, others: number): string {
  const ofCapacity = fill(
    $localize`{count, plural, one {# capacity denial} other {# capacity denials}}`,
    { count: capacity },
  );
  const ofOthers = fill(
    $localize`{count, plural, one {# denial for other causes} other {# denials for other causes}}`,
    { count: others },
  );
  if (others === 0) return ofCapacity;
  return capacity === 0 ? ofOthers : $localize`${ofCapacity}:denials: and ${ofOthers}:others:`;
}

function describeDenials(
  products: readonly ProductUsageDto[],
  zone: string,
  nameOf: NameOf,
): string {
  const denials = toDenials(products);
  const capacity = denials.reduce((sum, denial) => sum + denial.capacity, 0);
  const others = denials.reduce(
    (sum, { policy, notEnrolled, other }) => sum + policy + notEnrolled + other,
    0,
  );
  if (capacity + others === 0) return $localize`No denials today.`;
  const counted = countToday(capacity, others);
  const [last] = [...denials].sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0));
  if (!last?.lastAt) return $localize`${counted}:denials: today.`;
  const product = nameOf('product', last.product);
  const who = last.lastUser === null ? product : `${product}, ${nameOf('user', last.lastUser)}`;
  return $localize`${counted}:denials: today, the last at ${formatClock(last.lastAt, zone)}:clock: (${who}:who:).`;
}

/** Answers "Are we short now?" in one line of text. */
export function toOverviewSentence(overview: OverviewDto, nameOf = plainNameOf): string {
  const { products, zone } = overview;
  return [describeFull(products), describeInUse(overview), describeDenials(products, zone, nameOf)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Says which products have figures without percentages; null when none has. */
export function describeUnknownSeats(products: readonly ProductUsageDto[]): string | null {
  const unknown = products.filter(({ entitlement }) => entitlement === null);
  if (unknown.length === 0) return null;
  if (unknown.length === products.length && products.length > 1) {
    return $localize`Seats owned are not known for any product: bars show the share of today's peak.`;
  }
  const names = listOf(unknown.map(({ product }) => toVisibleText(product)));
  return $localize`Seats owned are not known for ${names}:products:: bars show the share of today's peak.`;
}
