import { parseStamp } from '../lines/parse-header.js';
import type { WallMs } from '../lines/parsed-line.js';
import { createLineDecoder, createUtf16Decoder, type LineDecoder } from './decode-line.js';
import { countNuls, splitLines } from './split-lines.js';

/** What a file that lies beside the logs is (log-format.md §5, §8). */
export type FileKind =
  /** A log of the licence server: read it. */
  | 'licenseServer'
  /** Token and credit usage: a readable header, then an encrypted rest. There is nothing to read. */
  | 'tokenUsage'
  /** Compressed: decompress it first. */
  | 'gzip'
  /** Bytes that are no text, such as the server's statistics. */
  | 'opaque'
  /** No whole line yet. */
  | 'empty'
  /** Text without a stamp. */
  | 'otherText';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface FileIdentity {
  readonly kind: FileKind;
  /** By the byte-order mark; UTF-8, which stands for any 8-bit text, where there is none. */
  readonly encoding: TextEncoding;
  /** The header of a `tokenUsage` file, null for others. */
  readonly tokenUsage: TokenUsageHeader | null;
}

/** The readable part of `TokenUsage*.log`. */
export interface TokenUsageHeader {
  readonly wallAt: WallMs | null;
  readonly serverName: string | null;
  readonly serverIds: readonly string[];
}

const TOKEN_USAGE = 'Token/Credit license usage trace from ';
const SERVER_ID = /^[A-Z]{3}-[\dA-F]{16}$/i;

/**
 * Says what a file is by its first bytes, 4 KiB or so: a name can lie, and a pattern such as
 * `*.log` finds files that are no text. NUL bytes before the first line say nothing, for a log has
 * them there after a truncation beside a writer that does not append.
 */
export function identifyFile(head: Uint8Array): FileIdentity {
  const encoding = detectEncoding(head);
  const identity = { encoding, tokenUsage: null };
  if (head[0] === 0x1f && head[1] === 0x8b) return { ...identity, kind: 'gzip' };
  const decoder = createDecoder(encoding);
  const text = decoder.unitBytes === 1 ? head.subarray(countNuls(head, 0)) : head;
  const lines = splitLines(text, { blockOffset: 0, decoder });
  const first = lines[0];
  if (first === undefined) return { ...identity, kind: judgeUnfinished(text, decoder) };
  if (first.text?.startsWith(TOKEN_USAGE)) {
    const tokenUsage = readTokenUsage(
      first.text,
      lines.map((line) => line.text),
    );
    return { kind: 'tokenUsage', encoding, tokenUsage };
  }
  const hasStamp = lines.some(({ text }) => text !== null && !('fault' in parseStamp(text)));
  if (hasStamp) return { ...identity, kind: 'licenseServer' };
  const isOpaque = lines.some(({ fault }) => fault === 'undecodable' || fault === 'nulBytes');
  return { ...identity, kind: isOpaque ? 'opaque' : 'otherText' };
}

const judgeUnfinished = (text: Uint8Array, { unitBytes }: LineDecoder): FileKind =>
  unitBytes === 1 && text.includes(0) ? 'opaque' : 'empty';

/** The decoder of a file's lines; `fallback` is the code page of 8-bit text that is not UTF-8. */
export function createDecoder(encoding: TextEncoding, fallback?: string): LineDecoder {
  return encoding === 'utf-8' ? createLineDecoder(fallback) : createUtf16Decoder(encoding);
}

function detectEncoding(head: Uint8Array): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function readTokenUsage(
  title: string,
  [, , serverName, , ...ids]: readonly (string | null)[],
): TokenUsageHeader {
  const stamp = parseStamp(title.slice(TOKEN_USAGE.length));
  const end = ids.findIndex((id) => id === null || !SERVER_ID.test(id));
  return {
    wallAt: 'fault' in stamp ? null : stamp.wallAt,
    serverName: serverName || null,
    serverIds: ids.slice(0, end < 0 ? undefined : end).filter((id) => id !== null),
  };
}
