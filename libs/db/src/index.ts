export { EVENT_TYPES, type CapacitySource, type EventType } from './lib/codes';
export type {
  NewCapacityFailure,
  NewCapacityPool,
  NewCapacityReport,
  StoredCapacity,
} from './lib/writing/capacity-table';
export type {
  CapacityFailureInfo,
  CapacityFilter,
  CapacityPoolInfo,
  CapacityReportInfo,
  UseSnapshotInfo,
} from './lib/reading/capacity-reader';
export type {
  Arrival,
  Chunk,
  LinePlace,
  LogStream,
  NewEvent,
  NewMessage,
  NewQuarantine,
  StreamIdentity,
  StreamState,
} from './lib/writing/chunk';
export { HistoryWriter, type Commit } from './lib/writing/history-writer';
export { LiveWriter, type MonitorStatus } from './lib/writing/live-writer';
export { describeHolder, HistoryInUse, WriterLock } from './lib/writing/writer-lock';
export type { Names } from './lib/writing/names';
export type { FileClock, StreamTally } from './lib/writing/stream-rows';
export type { ConvertedLine, StampedLine, TimeConverter } from './lib/writing/stored-times';
export type { NamedSession } from './lib/writing/named-session';
export { isPostgres, showPlace } from './lib/engine/place';
export {
  EXIT_CONFIG,
  historyPlace,
  livePlace,
  loadEnvironment,
  numberSetting,
  readSettings,
  SettingsError,
  storeSettings,
  type StoreSettings,
} from './lib/settings';
export { HistoryReader } from './lib/reading/history-reader';
export { QueryTimeoutError } from './lib/reading/query-timeout-error';
export type { ReadingOptions } from './lib/data-source';
export { LiveReader, type InUseRow } from './lib/reading/live-reader';
export type { FileSpan, ServerStateRow } from './lib/reading/coverage-reader';
export type { AnsweredDenial, AnswerWindow } from './lib/reading/answered-denials';
export type { RefusalTimes } from './lib/reading/denial-reader';
export type { DoubtCount } from './lib/reading/doubt-reader';
export type { FoundName } from './lib/reading/name-reader';
export type { LineRow } from './lib/reading/line-rows';
export { FOLLOW_COUNTS, type FollowCount, type FollowCounts } from './lib/follow-counts';
export type { SessionFigures } from './lib/reading/session-figures-reader';
export type { UseRow } from './lib/reading/use-reader';
export type { UseStepVisitor } from './lib/use/day-steps';
export type { StoredSteps } from './lib/use/stored-steps';
export type { ClosedSessionColumn } from './lib/reading/closed-sessions';
export type { SessionMark } from './lib/reading/session-reader';
export { toNameKey } from './lib/name-key';
export { ALL_NAMES } from './lib/reading/rows';
export type {
  ByteLedger,
  DenialRow,
  EventColumn,
  EventFilter,
  EventRow,
  LineTotals,
  LogFileRow,
  NameFilter,
  ListOrder,
  PagePosition,
  ServerInfo,
  SessionFilter,
  SessionRow,
} from './lib/reading/rows';
