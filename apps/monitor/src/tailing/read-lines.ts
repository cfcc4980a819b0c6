import type { LogStream } from '@license-monitor/db';
import type { LineDecoder } from '@license-monitor/log-parser';
import type { LogFile } from './file-system';
import { extendProofs, isEqual, readBytes } from './prove-identity';

/** The most bytes that are read, parsed and committed at once; a multiple of every code unit. */
export const CHUNK_BYTES = 1024 * 1024;

const LINE_FEED = 0x0a;

/** Whole lines behind a stream's offset, or one line that is at fault. */
export interface LineBlock {
  /** The bytes of the lines, or the first ones of the line that is at fault. */
  readonly block: Uint8Array;
  readonly blockOffset: number;
  /** Why the block is the beginning of one line that cannot be read; null for whole lines. */
  readonly fault: 'tooLong' | 'unterminated' | null;
  /** Where the next read begins. */
  readonly byteOffset: number;
  readonly head: Uint8Array;
  readonly anchor: Uint8Array;
}

/**
 * `changed`: what stands before the offset is not what was read there. `end`: no further whole
 * line yet.
 */
export type ReadResult = LineBlock | 'changed' | 'end';

/**
 * Reads the whole lines that follow a stream's offset, at most one chunk of them. An unfinished
 * last line stays in the file and is read again.
 *
 * @param chunkBytes how much is read at once; even.
 */
export async function readLines(
  file: LogFile,
  stream: LogStream,
  decoder: LineDecoder,
  chunkBytes = CHUNK_BYTES,
): Promise<ReadResult> {
  const lead = stream.anchor.length;
  const bytes = await readBytes(file, stream.byteOffset - lead, lead + chunkBytes);
  if (bytes.length < lead || !isEqual(bytes.subarray(0, lead), stream.anchor)) return 'changed';
  const read = bytes.subarray(lead);
  const lineEnd = findLineEnds(read, decoder);
  if (lineEnd > 0) {
    const byteOffset = stream.byteOffset + lineEnd;
    return toBlock(stream, { block: read.subarray(0, lineEnd), byteOffset, fault: null });
  }
  return read.length < chunkBytes ? 'end' : skipLongLine(file, stream, { read, decoder });
}

/** Index behind the last line feed; 0 where there is none. */
function findLineEnds(bytes: Uint8Array, decoder: LineDecoder): number {
  if (decoder.unitBytes === 1) return bytes.lastIndexOf(LINE_FEED) + 1;
  let end = 0;
  for (let next; (next = decoder.findLineEnd(bytes, end)) > 0;) end = next;
  return end;
}

interface Beginning {
  readonly read: Uint8Array;
  readonly decoder: LineDecoder;
}

/** A line that is longer than a whole chunk is kept as a range; only its beginning is held. */
async function skipLongLine(
  file: LogFile,
  stream: LogStream,
  { read, decoder }: Beginning,
): Promise<ReadResult> {
  let proofs = extendProofs(stream, read);
  for (let position = stream.byteOffset + read.length; ; position += read.length) {
    const bytes = await readBytes(file, position, read.length);
    const lineEnd = decoder.findLineEnd(bytes, 0);
    if (lineEnd === 0 && bytes.length < read.length) return 'end';
    proofs = extendProofs(proofs, lineEnd === 0 ? bytes : bytes.subarray(0, lineEnd));
    if (lineEnd === 0) continue;
    const { byteOffset: blockOffset } = stream;
    return {
      block: read,
      blockOffset,
      byteOffset: position + lineEnd,
      fault: 'tooLong',
      ...proofs,
    };
  }
}

/** How far a file is looked at, and by which format. */
export interface RestOptions {
  /** Size of the file in bytes. */
  readonly size: number;
  readonly decoder: LineDecoder;
}

/** The unfinished last line of a file; undefined where it has none, or has grown meanwhile. */
export async function readRest(
  file: LogFile,
  stream: LogStream,
  { size, decoder }: RestOptions,
): Promise<LineBlock | undefined> {
  if ((await readLines(file, stream, decoder)) !== 'end') return undefined;
  const length = size - stream.byteOffset;
  const block = await readBytes(file, stream.byteOffset, Math.min(length, CHUNK_BYTES));
  if (length <= 0 || block.length < length) return undefined;
  return toBlock(stream, { block, byteOffset: size, fault: 'unterminated' });
}

/** What was read is also what proves it: to read it again might find something else. */
function toBlock(
  stream: LogStream,
  block: Pick<LineBlock, 'block' | 'byteOffset' | 'fault'>,
): LineBlock {
  return { ...block, blockOffset: stream.byteOffset, ...extendProofs(stream, block.block) };
}

/** Position behind the last line feed of a file; 0 where it has none. */
export async function findLastLineEnd(
  file: LogFile,
  size: number,
  decoder: LineDecoder,
): Promise<number> {
  const lastUnit = size - (size % decoder.unitBytes);
  for (let to = lastUnit; to > 0; to -= CHUNK_BYTES) {
    const from = Math.max(0, to - CHUNK_BYTES);
    const lineEnd = findLineEnds(await readBytes(file, from, to - from), decoder);
    if (lineEnd > 0) return from + lineEnd;
  }
  return 0;
}
