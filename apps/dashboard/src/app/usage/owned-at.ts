import type { EntitlementIntervalDto, EpochMs } from '@license-monitor/api-contract';

/** The seats that were owned at an instant; null where that is not known, or without limit. */
export function ownedAt(
  entitlements: readonly EntitlementIntervalDto[] | null,
  at: EpochMs,
): number | null {
  const interval = entitlements?.find(({ from, to }) => from <= at && (to ?? Infinity) > at);
  return interval?.seats ?? null;
}

/** Says what is known of the seats that are owned, where that is not simply a line in the plot. */
export function describeOwned(entitlements: readonly EntitlementIntervalDto[] | null): string {
  if (entitlements === null)
    return $localize`Seats owned are not known: no line is drawn for them.`;
  const notes: string[] = [];
  if (entitlements.some(({ seats }) => seats === null)) {
    notes.push($localize`Where no line of seats is drawn they are without limit.`);
  }
  if (entitlements.some(({ isAssumed }) => isAssumed)) {
    notes.push($localize`Seats before the first report of them are an assumption.`);
  }
  if (entitlements.some(({ others }) => others.length > 0)) {
    notes.push(
      $localize`Sources differ on the number of seats; the one that counts first is drawn.`,
    );
  }
  return notes.join(' ');
}
