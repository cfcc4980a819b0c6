import type { GapCauseDto } from '@license-monitor/api-contract';

/** Why a time was not observed, in words that go on a sentence. */
export const gapCauses: Readonly<Record<GapCauseDto, string>> = {
  beforeFirstLine: 'before the first line of the log',
  afterLastLine: 'after the last line that was read',
  fileMissing: 'a log file is missing',
  serverDown: 'the licence server was down',
  serverAsleep: 'the licence server was asleep',
  notTraced: 'usage was not traced',
};
