import { parseWholeNumber } from '../lines/parse-values.js';
import type { SeatCount } from './license-usage.js';

/** Reads a number of seats: digits, or the word `unlimited`; null for any other text. */
export function parseSeats(text: string | null): SeatCount | null {
  return text === 'unlimited' ? text : parseWholeNumber(text);
}
