export type {
  ClientRef,
  Continuation,
  DenialEvent,
  DenialFault,
  DenialReason,
  LicenseEvent,
  LicenseModel,
  LineHeader,
  MalformedLine,
  MalformedReason,
  MessageTopic,
  ParsedLine,
  ServerEvent,
  ServerMessage,
  UsageEvent,
  UsageFault,
  WallMs,
} from './lib/lines/parsed-line.js';
export { parseLine } from './lib/lines/parse-line.js';
export { parseClient } from './lib/lines/parse-client.js';
export { parseInternalId, type InternalId } from './lib/lines/parse-internal-id.js';
export { parseProduct, type ProductCode } from './lib/lines/parse-product.js';
export {
  createLineDecoder,
  createUtf16Decoder,
  type LineDecoder,
} from './lib/bytes/decode-line.js';
export {
  MAX_LINE_BYTES,
  splitLines,
  type RawLine,
  type SplitOptions,
} from './lib/bytes/split-lines.js';
export { BlockParser, parseRawLine, type LineVisitor } from './lib/bytes/parse-block.js';
export {
  resolveInstant,
  startOfClock,
  type ClockState,
  type TimeFlag,
} from './lib/time/wall-clock.js';
export { ZoneOffsets } from './lib/time/zone-offsets.js';
export {
  LogParser,
  type LineCount,
  type LocatedLine,
  type LogParserOptions,
  type ParseSummary,
} from './lib/bytes/log-parser.js';
export {
  createDecoder,
  identifyFile,
  type FileIdentity,
  type FileKind,
  type TextEncoding,
  type TokenUsageHeader,
} from './lib/bytes/identify-file.js';
export { PARSER_VERSION } from './lib/version.js';
