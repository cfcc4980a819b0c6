import type { LogStream } from '@license-monitor/db';
import type { LogFile } from './file-system';
import { isEqual, readBytes, readProofs } from './prove-identity';

/** The most bytes that are read, parsed and committed at once. */
export const CHUNK_BYTES = 1024 * 1024;

const LINE_FEED = 0x0a;

/** Whole lines behind a stream's offset. */
export interface LineBlock {
  /** The bytes of the lines, or the first ones of a line that is longer than a chunk. */
  readonly block: Uint8Array;
  readonly blockOffset: number;
  /** Whether the block is the beginning of one line that is longer than a chunk. */
  readonly isLongLine: boolean;
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
 */
export async function readLines(file: LogFile, stream: LogStream): Promise<ReadResult> {
  const lead = stream.anchor.length;
  const bytes = await readBytes(file, stream.byteOffset - lead, lead + CHUNK_BYTES);
  if (bytes.length < lead || !isEqual(bytes.subarray(0, lead), stream.anchor)) return 'changed';
  const read = bytes.subarray(lead);
  const lineEnd = read.lastIndexOf(LINE_FEED) + 1;
  if (lineEnd === 0 && read.length === CHUNK_BYTES) return skipLongLine(file, stream, read);
  if (lineEnd === 0) return 'end';
  const byteOffset = stream.byteOffset + lineEnd;
  return toBlock(file, stream, { block: read.subarray(0, lineEnd), byteOffset, isLongLine: false });
}

/** A line that is longer than a whole chunk is kept as a range; only its beginning is held. */
async function skipLongLine(
  file: LogFile,
  stream: LogStream,
  beginning: Uint8Array,
): Promise<ReadResult> {
  for (let position = stream.byteOffset + CHUNK_BYTES; ; position += CHUNK_BYTES) {
    const bytes = await readBytes(file, position, CHUNK_BYTES);
    const lineFeed = bytes.indexOf(LINE_FEED);
    if (lineFeed >= 0) {
      const lineEnd = position + lineFeed + 1;
      return toBlock(file, stream, { block: beginning, byteOffset: lineEnd, isLongLine: true });
    }
    if (bytes.length < CHUNK_BYTES) return 'end';
  }
}

async function toBlock(
  file: LogFile,
  stream: LogStream,
  block: Pick<LineBlock, 'block' | 'byteOffset' | 'isLongLine'>,
): Promise<LineBlock> {
  const proofs = await readProofs(file, block.byteOffset);
  return { ...block, blockOffset: stream.byteOffset, ...proofs };
}

/** Position behind the last line feed of a file; 0 where it has none. */
export async function findLastLineEnd(file: LogFile, size: number): Promise<number> {
  for (let to = size; to > 0; to -= CHUNK_BYTES) {
    const from = Math.max(0, to - CHUNK_BYTES);
    const lineFeed = (await readBytes(file, from, to - from)).lastIndexOf(LINE_FEED);
    if (lineFeed >= 0) return from + lineFeed + 1;
  }
  return 0;
}
