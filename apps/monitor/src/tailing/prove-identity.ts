import type { LogStream } from '@license-monitor/db';
import type { LogFile } from './file-system';

/** The most bytes of a file's beginning that prove which stream it is. */
export const HEAD_BYTES = 1024;
/** The most bytes before the offset that prove that the file was not rewritten. */
export const ANCHOR_BYTES = 256;

/** Reads up to `length` bytes from `position`. */
export async function readBytes(
  file: LogFile,
  position: number,
  length: number,
): Promise<Uint8Array> {
  const target = Buffer.allocUnsafe(length);
  return target.subarray(0, await file.readAt(target, position));
}

export const isEqual = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/**
 * Whether a file is the stream: its first bytes and the bytes before the stream's offset must read
 * back as stored. Device and inode are only a hint, for inodes are used again.
 */
export async function isStream(file: LogFile, stream: LogStream): Promise<boolean> {
  const head = await readBytes(file, 0, stream.head.length);
  if (!isEqual(head, stream.head)) return false;
  const anchorAt = stream.byteOffset - stream.anchor.length;
  return isEqual(await readBytes(file, anchorAt, stream.anchor.length), stream.anchor);
}

/** The proofs of a stream that was read up to `byteOffset`. */
export async function readProofs(
  file: LogFile,
  byteOffset: number,
): Promise<Pick<LogStream, 'head' | 'anchor'>> {
  const anchorLength = Math.min(ANCHOR_BYTES, byteOffset);
  return {
    head: await readBytes(file, 0, Math.min(HEAD_BYTES, byteOffset)),
    anchor: await readBytes(file, byteOffset - anchorLength, anchorLength),
  };
}
