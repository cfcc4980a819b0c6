import type {
  DenialsTodayDto,
  LicenseModelDto,
  OverviewDto,
  ProductUsageDto,
} from '@license-monitor/api-contract';
import { plainNameOf, type NameOf } from '../wording/name-of';
import { toVisibleText } from '../wording/visible-text';
import { formatClock } from '../wording/instant';
import { countInUse, countOf, formatCount } from '../wording/quantity';
import { toProductState } from './product-state';

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function describeFull(products: readonly ProductUsageDto[]): string {
  const full = products.filter((product) => toProductState(product) === 'full');
  if (full.length === 0) {
    const isKnown = products.some(({ entitlement }) => entitlement !== null);
    return isKnown ? 'No product is full.' : '';
  }
  const names = listOf(full.map(({ product }) => toVisibleText(product)));
  return full.length === 1
    ? `1 product is full: ${names}.`
    : `${full.length} products are full: ${names}.`;
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
  const counted = `${formatCount(inUse)} of ${countOf(products.length, 'product')} in use`;
  return parts.length === 0
    ? `${counted}.`
    : `${counted}: ${parts.join(', ')} held by ${countOf(users, 'user')}.`;
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

function describeLast(denials: readonly ProductDenials[], zone: string, nameOf: NameOf): string {
  const [last] = [...denials].sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0));
  if (!last?.lastAt) return '';
  const product = nameOf('product', last.product);
  const who = last.lastUser === null ? product : `${product}, ${nameOf('user', last.lastUser)}`;
  return `, the last at ${formatClock(last.lastAt, zone)} (${who})`;
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
  if (capacity + others === 0) return 'No denials today.';
  const counted = [
    ...(capacity > 0 ? [countOf(capacity, 'capacity denial')] : []),
    ...(others > 0 ? [`${countOf(others, 'denial')} for other causes`] : []),
  ];
  return `${counted.join(' and ')} today${describeLast(denials, zone, nameOf)}.`;
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
  const names =
    unknown.length === products.length && products.length > 1
      ? 'any product'
      : listOf(unknown.map(({ product }) => toVisibleText(product)));
  return `Seats owned are not known for ${names}: bars show the share of today's peak.`;
}
