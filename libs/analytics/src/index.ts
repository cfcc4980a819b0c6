export {
  concurrencySteps,
  findPeak,
  licenseMs,
  peaksPerBucket,
  type Counting,
  type Peak,
  type Step,
  type UseInterval,
} from './lib/concurrency';
export {
  classifyDenials,
  DENIAL_WINDOWS,
  denialRate,
  type AnsweringGrant,
  type CapacityDenial,
  type DenialOutcome,
  type DenialWindows,
  type DeniedRequest,
} from './lib/classify-denials';
export { erlangB } from './lib/erlang-b';
export { hoursOfWeek, type HourOfWeek } from './lib/hour-of-week';
export {
  averageUse,
  loadDuration,
  timeAtLevels,
  timePercentile,
  type LoadDuration,
  type TimeAtLevel,
} from './lib/load-duration';
export { startOfLocalDay } from './lib/local-day';
export { requestPercentile } from './lib/request-percentile';
export {
  licenseTimeBounds,
  sessionLengths,
  type LicenseTimeBounds,
  type SessionLengths,
  type SessionSpan,
} from './lib/session-lengths';
export { intersectSpans, joinSpans, totalMs, type Observed, type Span } from './lib/span';
export { piecesOf, sumSteps, type Piece } from './lib/step-function';
export { SUSTAINED_MS, sustainedPeak } from './lib/sustained-peak';
export { utilisation, type Utilisation } from './lib/utilisation';
