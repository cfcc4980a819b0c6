import type {
  EntitlementIntervalDto,
  EntitlementPoolDto,
  EntitlementSourceDto,
  EpochMs,
} from '@license-monitor/api-contract';
import { fill } from '../wording/message';
import { formatCount } from '../wording/quantity';

/** What the sources are called (docs/capacity.md). */
export const sourceNames: Readonly<Record<EntitlementSourceDto, string>> = {
  manual: $localize`file kept by hand`,
  usageCsv: 'getLicenseUsage -csv',
  usageText: 'getLicenseUsage -all',
  licenseInfo: 'getLicenseInfo',
};

const DAY_MS = 24 * 60 * 60_000;
/** From here on the end of a licence is worth a word. */
const SOON_DAYS = 60;

/** Writes a number of seats: `20`, or `no limit`. */
export function formatSeats(seats: number | null): string {
  return seats === null ? $localize`:Number of seats|:no limit` : formatCount(seats);
}

/** Says what is to be known of an interval besides its number; empty where nothing is. */
export function describeInterval({ isAssumed, others }: EntitlementIntervalDto): string {
  const conflicts = others.map(
    ({ source, seats }) =>
      $localize`${sourceNames[source]}:source: says ${formatSeats(seats)}:seats:`,
  );
  const parts = [
    ...(isAssumed ? [$localize`assumed: concluded from a later report`] : []),
    ...(conflicts.length === 0
      ? []
      : [$localize`sources differ: ${conflicts.join(', ')}:sources:`]),
  ];
  return parts.join('; ');
}

/** How near the end of a pool is. */
export interface Expiry {
  readonly kind: 'none' | 'later' | 'soon' | 'past';
  readonly text: string;
}

/** Says how near the end of a pool of seats is. */
export function describeExpiry({ validTo }: EntitlementPoolDto, now: EpochMs): Expiry {
  if (validTo === null) return { kind: 'none', text: $localize`no end is known` };
  if (validTo <= now) return { kind: 'past', text: $localize`expired` };
  const days = Math.ceil((validTo - now) / DAY_MS);
  return days <= SOON_DAYS
    ? {
        kind: 'soon',
        text: fill($localize`{days, plural, one {expires in # day} other {expires in # days}}`, {
          days,
        }),
      }
    : { kind: 'later', text: '' };
}
