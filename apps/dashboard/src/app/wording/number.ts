import { locale } from './locale';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

/** Writes a whole number with its thousands apart: `5,000`. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** Writes a number with so many digits behind the point: `18.2`, `3.0`. */
export function formatFixed(value: number, digits: number): string {
  return value.toLocaleString(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Writes a number that need not be whole: `0.42`, `12.3`, `2,004`. */
export function formatDecimal(value: number): string {
  const size = Math.abs(value);
  const digits = size < 10 ? 2 : Number(size < 100);
  return value.toLocaleString(locale, { maximumFractionDigits: digits });
}

const tenths = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Writes a share of one: whole percents above one percent, one decimal below. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const isSmall = percent > 0 && percent < 1;
  return writePercent(isSmall ? tenths.format(percent) : formatCount(Math.round(percent)));
}

/** Puts the sign of percent to a number that is written already. */
export function writePercent(number: string): string {
  return $localize`:A share|:${number}:number: %`;
}
