export { EVENT_TYPES, type EventType } from './lib/codes';
export type {
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
export {
  EXIT_CONFIG,
  loadEnvironment,
  numberSetting,
  readSettings,
  SettingsError,
  storeSettings,
} from './lib/settings';
export { HistoryReader } from './lib/reading/history-reader';
export { LiveReader, type InUseRow } from './lib/reading/live-reader';
export type { LineRow } from './lib/reading/line-rows';
export { FOLLOW_COUNTS, type FollowCount, type FollowCounts } from './lib/follow-counts';
export { toNameKey } from './lib/name-key';
export { ALL_NAMES } from './lib/reading/rows';
export type {
  ByteLedger,
  DenialRow,
  EventFilter,
  EventRow,
  LineTotals,
  LogFileRow,
  PagePosition,
  ServerInfo,
  SessionFilter,
  SessionRow,
} from './lib/reading/rows';
