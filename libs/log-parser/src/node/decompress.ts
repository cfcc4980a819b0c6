import { createGunzip } from 'node:zlib';

/**
 * Decompresses gzip. Where the data are cut off or damaged, what stands before is given first.
 *
 * The stream is fed by hand, chunk by chunk, and always flows: a stream that is read at the
 * reader's pace throws away what waits in it when it comes upon a fault.
 */
export async function* decompress(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  let parts: Uint8Array[] = [];
  let settle: (fault?: Error) => void = () => undefined;
  gunzip.on('data', (part: Uint8Array) => parts.push(part));
  // It ends before its input does where something other than gzip follows, such as padding.
  gunzip.on('end', () => settle());
  gunzip.on('error', (fault) => settle(fault));

  async function* feed(start: () => void): AsyncGenerator<Uint8Array> {
    const fault = await new Promise<Error | undefined>((resolve) => {
      settle = resolve;
      start();
    });
    const ready = parts;
    parts = [];
    yield* ready;
    if (fault !== undefined) throw toClearError(fault, path);
  }

  try {
    for await (const chunk of chunks) {
      yield* feed(() => gunzip.write(chunk, () => settle()));
      if (gunzip.readableEnded) return;
    }
    yield* feed(() => gunzip.end());
  } finally {
    gunzip.destroy();
  }
}

function toClearError(cause: Error & { readonly code?: string }, path: string): Error {
  const what = cause.code === 'Z_BUF_ERROR' ? 'is cut off' : 'is damaged';
  const message = `${path} ${what}: its lines were read as far as they can be decompressed.`;
  return new Error(`${message} Copy it again from where it was written.`, { cause });
}
