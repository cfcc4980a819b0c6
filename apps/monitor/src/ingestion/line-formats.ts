import {
  BlockParser,
  identifyFile,
  type LineDecoder,
  type TextEncoding,
} from '@license-monitor/log-parser';
import { createFileDecoder } from '@license-monitor/log-parser/node';

/** How the lines of a file are found and read. */
export interface LineFormat {
  readonly decoder: LineDecoder;
  readonly parser: BlockParser;
}

/** The formats of a server's files: a file is read by what its first bytes say it is written in. */
export class LineFormats {
  private readonly known = new Map<TextEncoding, LineFormat>();

  /** @param fallback code page of 8-bit text that is not UTF-8, a WHATWG label. */
  constructor(private readonly fallback: string) {}

  /** @param head the first bytes of the file, two or more. */
  find(head: Uint8Array): LineFormat {
    const { encoding } = identifyFile(head);
    const known = this.known.get(encoding);
    if (known !== undefined) return known;
    const decoder = createFileDecoder(encoding, this.fallback);
    const format = { decoder, parser: new BlockParser(decoder) };
    this.known.set(encoding, format);
    return format;
  }
}
