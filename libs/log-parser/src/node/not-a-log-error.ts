import type { FileKind } from '../index.js';

/** What a file can be that holds no lines of a log. */
export type NotALogKind = Extract<FileKind, 'tokenUsage' | 'opaque' | 'gzip'>;

const FACTS: Readonly<Record<NotALogKind, string>> = {
  tokenUsage:
    'is a trace of token and credit usage, which is encrypted behind its header. ' +
    'Read LicenseServer*.log instead; identifyFile reads the header',
  opaque: 'holds no text. Read the text logs beside it, LicenseServer*.log',
  gzip: 'is compressed twice. Decompress it once',
};

/** Says that a file is no log of a licence server, and what it is. */
export class NotALogError extends Error {
  override readonly name = 'NotALogError';

  constructor(
    readonly path: string,
    readonly kind: NotALogKind,
  ) {
    super(`${path} ${FACTS[kind]}.`);
  }
}
