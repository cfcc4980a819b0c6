const DAY_MS = 24 * 60 * 60_000;

/**
 * The instant at which the local day of `at` began in an IANA zone, UTC milliseconds. Where the
 * clock skips midnight, the first instant of the day.
 *
 * @throws RangeError when the zone is not known.
 */
export function startOfLocalDay(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const today = format.format(at);
  // The day began at most 25 hours ago; the date is the same from then on, so halve the interval.
  let before = at - DAY_MS - 2 * 60 * 60_000;
  let within = at;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (format.format(middle) === today) within = middle;
    else before = middle;
  }
  return within;
}
