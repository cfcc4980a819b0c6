export type {
  ClientRef,
  Continuation,
  DenialEvent,
  DenialReason,
  LicenseEvent,
  LicenseModel,
  LineHeader,
  MalformedLine,
  MalformedReason,
  ParsedLine,
  ServerEvent,
  ServerMessage,
  UsageEvent,
  UsageFault,
  WallMs,
} from './lib/parsed-line';
export { parseLine, parseRawLine } from './lib/parse-line';
export { MAX_LINE_BYTES, splitLines, type RawLine, type SplitOptions } from './lib/split-lines';
export { createLineDecoder, type LineDecoder } from './lib/decode-line';
export { resolveInstant, startOfClock, type ClockState, type TimeFlag } from './lib/wall-clock';
export { ZoneOffsets } from './lib/zone-offsets';
export { parseClient } from './lib/parse-client';
