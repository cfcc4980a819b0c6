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
  type LineRange,
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
export { Anonymiser } from './lib/anonymise/anonymiser.js';
export { PARSER_VERSION } from './lib/version.js';
export { parseAdminOutput } from './lib/capacity/parse-admin-output.js';
export { parseLicenseUsageCsv } from './lib/capacity/parse-license-usage-csv.js';
export { parseLicenseUsageText } from './lib/capacity/parse-license-usage-text.js';
export { parseLicenseInfo } from './lib/capacity/parse-license-info.js';
export { countActive, type ActiveCount, type ActiveSeats } from './lib/capacity/count-active.js';
export { parseServerConfig } from './lib/capacity/parse-server-config.js';
export type {
  AdminBanner,
  AdminError,
  AdminErrorReason,
  AdminServer,
  AdminSession,
  CommandOutput,
} from './lib/capacity/admin-output.js';
export type {
  CapacityFault,
  CapacityFaultKind,
  UnreadableReason,
  UnreadableRow,
} from './lib/capacity/capacity-fault.js';
export type {
  LicensePool,
  LicenseUsage,
  LicenseUse,
  PoolColumns,
  QueuedRequest,
  SeatCount,
} from './lib/capacity/license-usage.js';
export type { EnrolledLicense, LicenseInfo } from './lib/capacity/license-info.js';
export type { ConfigLabel, ServerConfig } from './lib/capacity/server-config.js';
export type { UtcDate, WallDate } from './lib/capacity/parse-tool-date.js';
