import type { DenialCauseDto, DenialOutcomeDto } from '@license-monitor/api-contract';

/** Causes of denials, as they stand in tables. */
export const causeNames: Readonly<Record<DenialCauseDto, string>> = {
  capacity: $localize`:Cause of a denial|:capacity`,
  policy: $localize`:Cause of a denial|:rule`,
  notEnrolled: $localize`:Cause of a denial|:not enrolled`,
  other: $localize`:Cause of a denial|:other`,
};

/** What became of denied requests, as it stands in tables. */
export const outcomeNames: Readonly<Record<DenialOutcomeDto, string>> = {
  redirected: $localize`:Outcome of a denied request|:redirected`,
  delayed: $localize`:Outcome of a denied request|:delayed`,
  lost: $localize`:Outcome of a denied request|:lost`,
  pending: $localize`:Outcome of a denied request|:pending`,
};
