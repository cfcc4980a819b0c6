const HOUR_MS = 3_600_000;

/**
 * What licence-time costs: licence-hours × the cost factor of the organisational unit, as FNMEA
 * charges it back (features.md §2.5). Ten hours with two tokens are 20 token-hours.
 *
 * @param licenseMs licence-milliseconds.
 * @param costFactor cost of one licence-hour, in whatever currency.
 */
export const chargeback = (licenseMs: number, costFactor = 1): number =>
  (licenseMs / HOUR_MS) * costFactor;
