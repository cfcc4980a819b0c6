export type { EventType } from './lib/codes';
export type {
  Chunk,
  LogStream,
  NewEvent,
  NewMessage,
  NewQuarantine,
  StreamIdentity,
  StreamState,
} from './lib/writing/chunk';
export { HistoryWriter, type Commit } from './lib/writing/history-writer';
export { LiveWriter, type MonitorStatus } from './lib/writing/live-writer';
export { HistoryInUse, WriterLock } from './lib/writing/writer-lock';
export type { Names } from './lib/writing/names';
export type { NamedSession } from './lib/writing/named-session';
