import type { LogStream } from '@license-monitor/db';
import type { LogFile } from './file-system';

/** The most bytes of a file's beginning that prove which stream it is. */
export const HEAD_BYTES = 1024;
/** The most bytes before the offset that prove that the file was not rewritten. */
export const ANCHOR_BYTES = 256;

const LINE_FEED = 0x0a;

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

/** The proofs of a stream behind the bytes that follow its offset. */
export function extendProofs(
  { head, anchor }: Pick<LogStream, 'head' | 'anchor'>,
  read: Uint8Array,
): Pick<LogStream, 'head' | 'anchor'> {
  const missing = HEAD_BYTES - head.length;
  const isHeadWhole = missing <= 0;
  const tail = Buffer.concat([anchor, read.subarray(-ANCHOR_BYTES)]);
  return {
    head: isHeadWhole ? head : Buffer.concat([head, read.subarray(0, missing)]),
    anchor: tail.subarray(-ANCHOR_BYTES),
  };
}

/** The first line of a file's beginning, or all of it: what two alike beginnings have in common. */
export function firstLineOf(head: Uint8Array): string {
  const end = head.indexOf(LINE_FEED);
  return Buffer.from(end < 0 ? head : head.subarray(0, end)).toString('latin1');
}

/** Whether the shorter of two beginnings is the beginning of the other. */
export function beginsAlike(a: Uint8Array, b: Uint8Array): boolean {
  const length = Math.min(a.length, b.length);
  return length > 0 && isEqual(a.subarray(0, length), b.subarray(0, length));
}

/** Whether the last bytes of a file of this size stand at the same place of another one. */
export async function endsWithin(file: LogFile, other: LogFile, size: number): Promise<boolean> {
  const length = Math.min(ANCHOR_BYTES, size);
  const end = await readBytes(file, size - length, length);
  return end.length > 0 && isEqual(end, await readBytes(other, size - length, length));
}
