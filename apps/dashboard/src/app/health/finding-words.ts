import type { FindingKindDto } from '@license-monitor/api-contract';

/** What the kinds of findings are called. */
export const findingNames: Readonly<Record<FindingKindDto, string>> = {
  negativeSession: 'Ended before it started',
  endWithoutStart: 'End without a start',
  assumedEnd: 'Assumed end',
  useAboveCapacity: 'More in use than owned',
  capacityConflict: 'Sources differ on the seats',
  useDiffersFromServer: 'Log and server differ',
  notTraced: 'Usage not traced',
  lineNotUnderstood: 'Line not understood',
  clockStep: 'Clock was set',
};
