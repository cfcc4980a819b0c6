export { busyTimes } from './lib/busy-times';
export {
  concurrencySteps,
  findPeak,
  licenseMs,
  peaksPerBucket,
  type Counting,
  type EdgeStep,
  type Peak,
  type Step,
  type UseInterval,
} from './lib/concurrency';
export {
  boundedCapacity,
  CAPACITY_PRECEDENCE,
  capacityIntervals,
  capacitySteps,
  sumCapacity,
  type Capacity,
  type CapacityInterval,
} from './lib/capacity';
export type { CapacityPool, CapacityReport, CapacitySource } from './lib/capacity-statements';
export { chargeback } from './lib/chargeback';
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
export {
  findGaps,
  joinMemberGaps,
  LONGEST_SILENCE_MS,
  observedWithin,
  type Gap,
  type GapCause,
  type LogEvidence,
} from './lib/coverage';
export { comparedRange, type Comparison } from './lib/compared-range';
export { dailyPeaks, meanDailyPeak, type DailyPeak } from './lib/daily-peaks';
export type { DemandRequest } from './lib/demand';
export { denialImpact, type DenialImpact } from './lib/denial-impact';
export { DORMANT_DAYS, dormantDays, type Dormancy } from './lib/dormant-days';
export { drawLength, typicalLengths, type TypicalLengths } from './lib/draw-length';
export { erlangB } from './lib/erlang-b';
export { hourOfWeekOf, hoursOfWeek, type HourOfWeek } from './lib/hour-of-week';
export {
  averageUse,
  loadDuration,
  timeAtLevels,
  timePercentile,
  type LoadDuration,
  type TimeAtLevel,
} from './lib/load-duration';
export { startOfLocalDay } from './lib/local-day';
export { localDays, type LocalDay } from './lib/local-days';
export { hoursOfEachDay, type HoursOfDay, type LocalHours } from './lib/local-hours';
export {
  findLongHolds,
  LONG_HOLD_RULES,
  type HeldSession,
  type LongHold,
  type LongHoldReason,
  type LongHoldRules,
} from './lib/long-holds';
export { missedByPolling } from './lib/missed-by-polling';
export { findUntraced } from './lib/not-traced';
export { averageOfPeak, peakRatio } from './lib/peak-ratio';
export { peakTrend, trendOn, type PeakTrend } from './lib/peak-trend';
export { isPossiblyOffline, POSSIBLY_OFFLINE_MS } from './lib/possibly-offline';
export { replayDemand, type ReplayedDemand } from './lib/replay-demand';
export { requestLevels, requestPercentile, type RequestLevels } from './lib/request-percentile';
export {
  SCARCE_SHARE,
  scarceTimes,
  scarcityShares,
  type HeldInterval,
  type ScarcityShare,
  type ScarcityShares,
} from './lib/scarcity';
export { seatsNeeded } from './lib/seats-needed';
export {
  seatsNeededInterval,
  type IntervalSettings,
  type SeatsNeededInterval,
} from './lib/seats-needed-interval';
export {
  licenseTimeBounds,
  sessionLengths,
  type LicenseTimeBounds,
  type SessionLengths,
  type SessionSpan,
  typicalLength,
  type TypicalLength,
} from './lib/session-lengths';
export { findSeveralHosts, type HostedSession, type SeveralHosts } from './lib/several-hosts';
export {
  snapshotDifferences,
  type SnapshotDifference,
  type UseSnapshot,
} from './lib/snapshot-differences';
export { intersectSpans, joinSpans, totalMs, type Observed, type Span } from './lib/span';
export { splitAtDays, type DayOfSessions, type WeightedSession } from './lib/split-at-days';
export {
  piecesOf,
  piecesOfBoth,
  sumSteps,
  type Piece,
  type PieceOfBoth,
} from './lib/step-function';
export {
  eachStep,
  levelsAt,
  toSteps,
  type Steps,
  type StepSource,
  type StepVisitor,
} from './lib/steps';
export { SUSTAINED_MS, sustainedPeak } from './lib/sustained-peak';
export { timeWithin } from './lib/time-within';
export { unusedLicenses, type LicenseNeed, type UnusedLicenses } from './lib/unused-licenses';
export { useBuckets, type BucketGrid, type UseBucket } from './lib/use-buckets';
export { utilisation, type Utilisation } from './lib/utilisation';
export {
  workSessions,
  RECONNECT_MS,
  type OwnedSession,
  type WorkSession,
} from './lib/work-sessions';
export { workingTimes, type WorkingCalendar } from './lib/working-calendar';
export { seededRandom } from './lib/seeded-random';
