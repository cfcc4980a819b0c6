import type { DenialCauseDto } from '@license-monitor/api-contract';

/** A shape for each cause, around its middle, so that causes differ without their colours. */
export const causeShapes: Readonly<Record<DenialCauseDto, string>> = {
  capacity: 'M-5-5H5V5H-5Z',
  policy: 'M0-6L6 0L0 6L-6 0Z',
  notEnrolled: 'M0-6L6 5H-6Z',
  other: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
};
