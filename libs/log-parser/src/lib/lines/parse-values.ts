import type { LicenseModel } from './parsed-line.js';

/** The licence model of its name; `unknown` for any other text. */
export function parseModel(text: string | null): LicenseModel {
  switch (text) {
    case 'ConcurrentUser':
    case 'NamedUser':
    case 'Token':
    case 'Credit':
      return text;
    default:
      return 'unknown';
  }
}

/** Reads a whole number of up to nine digits without a sign; null for any other text. */
export function parseWholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
