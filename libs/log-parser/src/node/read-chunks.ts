import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 64 * 1024;

/**
 * Reads a file from where it stands, in chunks that are full but for the last. A chunk is good
 * until the next one is asked for: all share one buffer.
 */
export async function* readChunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let length: number;
  do {
    length = await fill(file, buffer);
    if (length > 0) yield buffer.subarray(0, length);
  } while (length === buffer.length);
}

/** Reads until the buffer is full or the file ends: a pipe gives less than was asked for. */
async function fill(file: FileHandle, buffer: Uint8Array): Promise<number> {
  let length = 0;
  let bytesRead: number;
  do {
    ({ bytesRead } = await file.read(buffer, length, buffer.length - length, null));
    length += bytesRead;
  } while (bytesRead > 0 && length < buffer.length);
  return length;
}
