import type { NextFunction, Request, Response } from 'express';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isHashed, KEPT_FOR_EVER } from './hashed-names';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** The best that takes a fraction of a second for the whole dashboard. */
const QUALITY = 10;

/** The smaller one first. */
const encodings = ['br', 'gzip'] as const;

type Encoding = (typeof encodings)[number];

const encoders: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes: Buffer) =>
    compressBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => compressGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Answers the scripts and styles of a folder compressed, each compressed once. Only names with a hash:
 * their content never changes. Whatever it does not answer goes on to the next handler.
 */
export function compressedFiles(folder: string) {
  const compressed = new Map<string, Promise<Buffer>>();

  const compress = (path: string, encoding: Encoding): Promise<Buffer> => {
    const key = `${encoding} ${path}`;
    const known = compressed.get(key);
    if (known !== undefined) return known;
    const made = readFile(join(folder, path)).then(encoders[encoding]);
    compressed.set(key, made);
    // A name that is nothing today may be a file after the next update; and guesses must not pile up.
    made.catch(() => compressed.delete(key));
    return made;
  };

  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const { path, method } = request;
    const encoding = toEncoding(request);
    const isAsked = method === 'GET' && isHashed(path);
    if (!isAsked || encoding === undefined) return next();
    const bytes = await compress(path, encoding).catch(() => undefined);
    if (bytes === undefined) return next();
    response.removeHeader('X-Powered-By');
    response.set({
      'Content-Type': TYPES[extname(path)],
      'Content-Encoding': encoding,
      'Cache-Control': KEPT_FOR_EVER,
      'Cross-Origin-Resource-Policy': 'same-origin',
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(bytes);
  };
}

/** Browsers name what they accept in no order of worth. */
function toEncoding(request: Request): Encoding | undefined {
  return encodings.find((encoding) => request.acceptsEncodings(encoding) !== false);
}
