import type { GapCauseDto } from '@license-monitor/api-contract';

/** Why a time was not observed, in words that go on a sentence. */
export const gapCauses: Readonly<Record<GapCauseDto, string>> = {
  beforeFirstLine: $localize`before the first line of the log`,
  afterLastLine: $localize`after the last line that was read`,
  fileMissing: $localize`a log file is missing`,
  serverDown: $localize`the licence server was down`,
  serverAsleep: $localize`the licence server was asleep`,
  notTraced: $localize`usage was not traced`,
};
