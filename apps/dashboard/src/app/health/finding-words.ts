import type { FindingKindDto } from '@license-monitor/api-contract';

/** What the kinds of findings are called. */
export const findingNames: Readonly<Record<FindingKindDto, string>> = {
  negativeSession: $localize`:Kind of a finding|:Ended before it started`,
  endWithoutStart: $localize`:Kind of a finding|:End without a start`,
  assumedEnd: $localize`:Kind of a finding|:Assumed end`,
  useAboveCapacity: $localize`:Kind of a finding|:More in use than owned`,
  capacityConflict: $localize`:Kind of a finding|:Sources differ on the seats`,
  useDiffersFromServer: $localize`:Kind of a finding|:Log and server differ`,
  notTraced: $localize`:Kind of a finding|:Usage not traced`,
  lineNotUnderstood: $localize`:Kind of a finding|:Line not understood`,
  clockStep: $localize`:Kind of a finding|:Clock was set`,
};
