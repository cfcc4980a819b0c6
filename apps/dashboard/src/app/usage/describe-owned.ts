import type { EntitlementIntervalDto } from '@license-monitor/api-contract';

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
