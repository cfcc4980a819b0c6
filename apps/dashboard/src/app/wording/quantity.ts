import type { LicenseModelDto } from '@license-monitor/api-contract';

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** Writes a whole number with its thousands apart: `5,000`. */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** Writes a number that need not be whole: `0.42`, `12.3`, `2,004`. */
export function formatDecimal(value: number): string {
  const size = Math.abs(value);
  const digits = size < 10 ? 2 : Number(size < 100);
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}

/** Writes a count and its noun: `1 session`, `5,000 sessions`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Writes a share of one: whole percents above one percent, one decimal below. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return `${percent.toFixed(1)} %`;
  return `${Math.round(percent)} %`;
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Writes part and whole of a number of bytes in one unit: `1.2 of 3.4 GB`. */
export function formatBytesOf(part: number, whole: number): string {
  const steps = Math.floor(Math.log10(Math.max(whole, 1)) / 3);
  const index = Math.min(steps, byteUnits.length - 1);
  const digits = index === 0 ? 0 : 1;
  const inUnit = (bytes: number) => (bytes / 1000 ** index).toFixed(digits);
  return `${inUnit(part)} of ${inUnit(whole)} ${byteUnits[index]}`;
}

const units: Record<LicenseModelDto, string> = {
  concurrentUser: 'licence',
  namedUser: 'named-user licence',
  token: 'token',
  credit: 'credit',
  unknown: 'licence',
};

/**
 * Writes how much of a product is in use, in the unit of its model: `3 tokens`, or
 * `17 of 20 licences` where it is known how many are owned.
 */
export function countInUse(
  count: number,
  model: LicenseModelDto,
  owned: number | null = null,
): string {
  const unit = units[model];
  return owned === null ? countOf(count, unit) : `${formatCount(count)} of ${countOf(owned, unit)}`;
}

/** Names a model other than the usual one, for a badge; null for `concurrentUser`. */
export function nameModel(model: LicenseModelDto): string | null {
  const names: Record<LicenseModelDto, string | null> = {
    concurrentUser: null,
    namedUser: 'named user',
    token: 'token',
    credit: 'credit',
    unknown: 'model unknown',
  };
  return names[model];
}
