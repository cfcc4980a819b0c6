import { open, type FileHandle } from 'node:fs/promises';
import { identifyFile, type FileIdentity, type LineDecoder } from '../index.js';
import { createFileDecoder } from './create-node-decoder.js';
import { decompress } from './decompress.js';
import { NotALogError } from './not-a-log-error.js';
import { readChunks } from './read-chunks.js';

/** How many bytes tell what a file is. */
const HEAD_BYTES = 4096;

/** A piece of a log and what it is decoded by. */
export interface ContentChunk {
  /** Good until the next chunk is asked for. */
  readonly bytes: Uint8Array;
  /** The same one for all chunks of a log. */
  readonly decoder: LineDecoder;
}

/**
 * The bytes of a log, decompressed where that is needed.
 *
 * @param fallback Code page of 8-bit text that is not UTF-8, a WHATWG label.
 * @throws NotALogError when the file is none that holds lines.
 */
export async function* readContent(
  file: FileHandle,
  path: string,
  fallback?: string,
): AsyncGenerator<ContentChunk> {
  let decoder: LineDecoder | undefined;
  for await (const bytes of readBytes(file, path)) {
    decoder ??= chooseDecoder(bytes, path, fallback);
    yield { bytes, decoder };
  }
}

function chooseDecoder(bytes: Uint8Array, path: string, fallback?: string): LineDecoder {
  const { kind, encoding } = identifyHead(bytes);
  if (kind === 'tokenUsage' || kind === 'opaque' || kind === 'gzip') {
    throw new NotALogError(path, kind);
  }
  return createFileDecoder(encoding, fallback);
}

/**
 * Says what a file is by what it begins with, once decompressed.
 *
 * @throws Error when the file cannot be read, or not be decompressed.
 */
export async function identifyLog(path: string): Promise<FileIdentity> {
  const file = await open(path);
  try {
    for await (const bytes of readBytes(file, path)) return identifyHead(bytes);
    return identifyHead(new Uint8Array());
  } finally {
    await file.close();
  }
}

const identifyHead = (bytes: Uint8Array) => identifyFile(bytes.subarray(0, HEAD_BYTES));

async function* readBytes(file: FileHandle, path: string): AsyncGenerator<Uint8Array> {
  const chunks = readChunks(file);
  const { value: head, done } = await chunks.next();
  if (done) return;
  const all = prepend(head, chunks);
  yield* identifyHead(head).kind === 'gzip' ? decompress(all, path) : all;
}

async function* prepend(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}
