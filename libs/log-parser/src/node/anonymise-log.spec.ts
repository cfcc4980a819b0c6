import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  Anonymiser,
  createDecoder,
  identifyFile,
  LogParser,
  MAX_LINE_BYTES,
  type ParsedLine,
} from '../index.js';
import { anonymiseLog, NotALogError, type ReadLogOptions } from './index.js';

const root = join(__dirname, '../../testcases');
const cases = ['ok', 'not-ok'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => join(root, group, name, 'input.log')),
);
const stamp = '2025/05/19 08:01:13:027';
const stopped = `${stamp} I STOPSERVER  License server stopped`;
const grant = `${stamp} I USGTRACING  Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!Zoë!ZOE@CORP!C:\\DS\\CNEXT.exe ( 7)!6.424!0`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anonymise-log-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(content: string | Uint8Array): string {
  const path = join(folder, 'LicenseServer.log');
  writeFileSync(path, content);
  return path;
}

async function copy(path: string, options?: ReadLogOptions) {
  const log = anonymiseLog(path, new Anonymiser('key'), options);
  let text = '';
  for await (const piece of log) text += piece;
  return { text, lines: log.lines, leftOut: log.leftOut };
}

function parse(bytes: Uint8Array): ParsedLine[] {
  const parser = new LogParser({ decoder: createDecoder(identifyFile(bytes).encoding) });
  return [...parser.parseChunk(bytes), ...parser.end()].map(({ line }) => line);
}

const toShape = (line: ParsedLine) => ({
  type: line.type,
  faults: 'faults' in line ? line.faults : undefined,
  product: 'product' in line ? line.product : undefined,
  wallMs: 'wallMs' in line ? line.wallMs : undefined,
});
const isUnderstood = ({ type }: { type: string }) => type !== 'malformed';

describe('the copy of a log', () => {
  it.each(cases)('is read as the log is: %s', async (path) => {
    const bytes = readFileSync(path);
    const { kind } = identifyFile(bytes.subarray(0, 4096));
    if (kind === 'opaque' || kind === 'tokenUsage' || kind === 'gzip') {
      await expect(copy(path)).rejects.toThrow(NotALogError);
      return;
    }
    const { text, leftOut } = await copy(path);
    const lines = parse(bytes).map(toShape);
    const copies = parse(Buffer.from(text)).map(toShape);
    expect(copies).toHaveLength(lines.length - leftOut);
    // What is left out of a copy is nothing that was understood.
    expect(copies.filter(isUnderstood)).toEqual(lines.filter(isUnderstood));
  });

  it('holds other names and the same ends of lines, the last one unfinished', async () => {
    const { text, lines, leftOut } = await copy(write(`${grant}\r\n${stopped}\n${stopped}`));
    expect(text).not.toMatch(/Zoë|ZOE|CORP|WS-0042/i);
    expect(text.split(/(?<=\n)/).slice(1)).toEqual([`${stopped}\n`, stopped]);
    expect(text.split('\n')[0]?.endsWith('\r')).toBe(true);
    expect({ lines, leftOut }).toEqual({ lines: 3, leftOut: 0 });
  });

  it.each([
    ['UTF-8', Buffer.from(`${grant}\n`)],
    ['UTF-8 in gzip', gzipSync(`${grant}\n`)],
    ['Windows-1252', Buffer.from(`${grant}\n`, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${grant}\n`, 'utf16le')],
  ])('is the same text whatever the log is written in: %s', async (_, bytes) => {
    const expected = new Anonymiser('key').anonymiseLine(grant);
    expect((await copy(write(bytes))).text).toBe(`${expected}\n`);
  });

  it('reads another code page when told', async () => {
    const bytes = Buffer.concat([Buffer.from(`${stopped} `), Buffer.of(0xe6, 0xe9), Buffer.of(10)]);
    const { text } = await copy(write(bytes), { fallback: 'windows-1251' });
    expect(text).toMatch(/stopped \p{Script=Cyrillic}{2}\n$/u);
  });

  it('keeps a line behind the NUL bytes that a truncation left', async () => {
    const { text } = await copy(write(`\0\0\0${grant}\n`));
    expect(text).toBe(`\0\0\0${new Anonymiser('key').anonymiseLine(grant)}\n`);
  });

  it('is the same for a log of many chunks', async () => {
    const log = `${grant}\n${stopped}\r\n`.repeat(2000);
    const anonymiser = new Anonymiser('key');
    const expected = `${anonymiser.anonymiseLine(grant)}\n${stopped}\r\n`.repeat(2000);
    for (const content of [log, gzipSync(log)]) {
      const { text, lines } = await copy(write(content));
      expect(text === expected).toBe(true);
      expect(lines).toBe(4000);
    }
  });
});

describe('a line that cannot be copied', () => {
  const long = 'x'.repeat(3 * MAX_LINE_BYTES);

  it.each(['utf8', 'utf16le'] as const)('is left out and counted when too long: %s', async (as) => {
    const log = `\ufeff${stopped}\n${long}\n${stopped}\n${long.slice(1)}\n`;
    const { text, lines, leftOut } = await copy(write(Buffer.from(log, as)));
    expect({ text, lines, leftOut }).toEqual({
      text: `${stopped}\n${stopped}\n`,
      lines: 2,
      leftOut: 2,
    });
  });

  it('is left out when just one byte too long, or unfinished', async () => {
    const longest = `${'-'.repeat(MAX_LINE_BYTES - 1)}\n`;
    expect(await copy(write(longest))).toMatchObject({ lines: 1, leftOut: 0 });
    expect(await copy(write(`-${longest}`))).toMatchObject({ text: '', lines: 0, leftOut: 1 });
    expect(await copy(write(long))).toMatchObject({ text: '', lines: 0, leftOut: 1 });
  });

  it('is left out when it is no text in the encoding of the log', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`\ufeff${stopped}\n`, 'utf16le'),
      Buffer.from([0x00, 0xd8, 0x0a, 0x00]),
    ]);
    expect(await copy(write(bytes))).toMatchObject({ lines: 1, leftOut: 1 });
  });
});

describe('a copy', () => {
  it('of an empty log is empty, and can be made again', async () => {
    const log = anonymiseLog(write(''), new Anonymiser('key'));
    for (let round = 0; round < 2; round++) {
      for await (const piece of log) expect(piece).toBe('');
      expect(log.lines).toBe(0);
    }
  });

  it('counts anew each time, and forgets what the last one left', async () => {
    const path = write(`${stopped}\n${stopped}`);
    const log = anonymiseLog(path, new Anonymiser('key'));
    for await (const piece of log) {
      expect(piece).toBe(`${stopped}\n`);
      break;
    }
    let text = '';
    for await (const piece of log) text += piece;
    expect(text).toBe(`${stopped}\n${stopped}`);
    expect(log.lines).toBe(2);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(copy(write(stopped), { signal })).rejects.toThrow('enough');
  });

  it('of a file that is not there says so', async () => {
    await expect(copy(join(folder, 'missing.log'))).rejects.toThrow('ENOENT');
  });
});
