import type { DenialCauseDto, DenialOutcomeDto } from '@license-monitor/api-contract';

/** Causes of denials, as they stand in tables. */
export const causeNames: Readonly<Record<DenialCauseDto, string>> = {
  capacity: 'capacity',
  policy: 'rule',
  notEnrolled: 'not enrolled',
  other: 'other',
};

/** Causes of denials, as they go on a count: "5 for want of seats". */
export const causePhrases: Readonly<Record<DenialCauseDto, string>> = {
  capacity: 'for want of seats',
  policy: 'by a rule',
  notEnrolled: 'not enrolled',
  other: 'for other causes',
};

/** What became of denied requests, as it stands in tables. */
export const outcomeNames: Readonly<Record<DenialOutcomeDto, string>> = {
  redirected: 'redirected',
  delayed: 'delayed',
  lost: 'lost',
  pending: 'pending',
};
