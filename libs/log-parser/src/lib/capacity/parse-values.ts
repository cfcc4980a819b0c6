import type { LicenseModel } from '../lines/parsed-line.js';
import type { SeatCount } from './license-usage.js';

const MODELS: readonly LicenseModel[] = ['ConcurrentUser', 'NamedUser', 'Token', 'Credit'];

/** The licence model of its name; `unknown` for any other text. */
export function parseModel(text: string | null): LicenseModel {
  return MODELS.find((model) => model === text) ?? 'unknown';
}

/** Reads a number of seats: digits, or the word `unlimited`; null for any other text. */
export function parseSeats(text: string | null): SeatCount | null {
  return text === 'unlimited' ? text : parseWholeNumber(text);
}

/** Reads a whole number of up to nine digits without a sign; null for any other text. */
export function parseWholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
