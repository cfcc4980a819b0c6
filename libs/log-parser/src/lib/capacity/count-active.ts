import type { LicenseModel } from '../lines/parsed-line.js';
import type { EnrolledLicense } from './license-info.js';
import type { SeatCount } from './license-usage.js';
import type { UtcDate } from './parse-tool-date.js';

/** The seats of one product, editor and model at an instant. */
export interface ActiveSeats {
  readonly editor: string | null;
  readonly editorId: string | null;
  readonly product: string;
  readonly model: LicenseModel;
  readonly seats: SeatCount;
}

export interface ActiveCount {
  /** In the order in which the products first appear. */
  readonly counts: readonly ActiveSeats[];
  /** Active licences with a date that cannot be read: neither counted nor forgotten. */
  readonly undecided: readonly EnrolledLicense[];
}

/**
 * Counts the seats that are enrolled at an instant: rows whose status is `active` and whose dates
 * hold the instant, the last one included. A date that is not written sets no bound.
 *
 * Ask for other instants than the output's own to see capacity begin and end. The status is that of
 * the day of the output, so licences that were over by then are not found in their time.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z.
 */
export function countActive(licenses: readonly EnrolledLicense[], at: number): ActiveCount {
  const active = licenses.filter(({ status }) => status?.toLowerCase() === 'active');
  const byProduct = new Map<string, ActiveSeats>();
  for (const license of active.filter((license) => isDecided(license) && holds(license, at))) {
    const { editor, editorId, product, model } = license;
    const key = JSON.stringify([editorId ?? editor, product, model]);
    const seats = add(byProduct.get(key)?.seats ?? 0, license.seats);
    byProduct.set(key, { editor, editorId, product, model, seats });
  }
  return {
    counts: [...byProduct.values()],
    undecided: active.filter((license) => !isDecided(license)),
  };
}

const isDecided = ({ startsAt, endsAt }: EnrolledLicense) => isKnown(startsAt) && isKnown(endsAt);

/** A date that is not written is known to be none. */
const isKnown = (date: UtcDate | null) => date?.at !== null;

function holds({ startsAt, endsAt }: EnrolledLicense, at: number): boolean {
  return (startsAt?.at ?? -Infinity) <= at && at <= (endsAt?.at ?? Infinity);
}

function add(a: SeatCount, b: SeatCount): SeatCount {
  return a === 'unlimited' || b === 'unlimited' ? 'unlimited' : a + b;
}
