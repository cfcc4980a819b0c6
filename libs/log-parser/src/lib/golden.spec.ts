import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDecoder, identifyFile } from './bytes/identify-file.js';
import { LogParser, type LocatedLine, type ParseSummary } from './bytes/log-parser.js';
import { parseRawLine } from './bytes/parse-block.js';
import { splitLines } from './bytes/split-lines.js';

// A new case is a new folder with an input.log: `ok` where every line is understood, `not-ok` where
// one is not. `UPDATE_GOLDEN=1` writes expected.jsonl; read what it wrote before you commit it.
const root = join(__dirname, '../../testcases');
const groups = ['ok', 'not-ok'];
const folders = groups.flatMap((group) =>
  readdirSync(join(root, group)).map((name) => `${group}/${name}`),
);

/** How many bytes of a file are looked at to say what it is. */
const HEAD_BYTES = 4096;

const readInput = (folder: string) => readFileSync(join(root, folder, 'input.log'));
const readExpected = (folder: string) => readFileSync(join(root, folder, 'expected.jsonl'), 'utf8');
const identify = (bytes: Uint8Array) => identifyFile(bytes.subarray(0, HEAD_BYTES));

interface Reading {
  readonly lines: readonly LocatedLine[];
  readonly summary: ParseSummary;
}

function readLines(bytes: Uint8Array, chunkBytes: number): Reading {
  const parser = new LogParser({ decoder: createDecoder(identify(bytes).encoding) });
  const lines: LocatedLine[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes)
    lines.push(...parser.parseChunk(bytes.subarray(from, from + chunkBytes)));
  lines.push(...parser.end());
  return { lines, summary: parser.summary };
}

const toJsonLines = (lines: readonly LocatedLine[]) =>
  lines
    .map(({ byteOffset, byteLength, recordOffset, line }) =>
      JSON.stringify({ byteOffset, byteLength, recordOffset, line }),
    )
    .map((json) => `${json}\n`)
    .join('');

describe.each(folders)('the log %s', (folder) => {
  const input = readInput(folder);
  // Read anew in each test: mutation testing sees what a test runs, not what runs before it.
  const readWhole = () => readLines(input, Math.max(1, input.length));

  it('is read as expected', () => {
    const expectedFile = join(root, folder, 'expected.jsonl');
    const actual = toJsonLines(readWhole().lines);
    if (process.env['UPDATE_GOLDEN'] && !existsSync(expectedFile))
      writeFileSync(expectedFile, actual);
    expect(actual).toBe(readExpected(folder));
  });

  it('is read the same in chunks of 7 bytes', () => {
    const inChunks = readLines(input, 7);
    const { lines, summary } = readWhole();
    expect(toJsonLines(inChunks.lines)).toBe(toJsonLines(lines));
    expect(inChunks.summary).toEqual(summary);
  });

  it('is covered by its lines, each byte once', () => {
    let end = 0;
    for (const { byteOffset, byteLength } of readWhole().lines) {
      expect(byteOffset).toBe(end);
      end += byteLength;
    }
    expect(end).toBe(input.length);
  });

  it('is counted by class, and the classes add up', () => {
    const { lines, summary } = readWhole();
    const counts = Object.values(summary.classes);
    expect(summary.bytes).toBe(input.length);
    expect(counts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(input.length);
    expect(counts.reduce((sum, count) => sum + count.lines, 0)).toBe(lines.length);
  });

  it('says of each line what the grammar says of its text alone', () => {
    const decoder = createDecoder(identify(input).encoding);
    const alone = splitLines(input, { blockOffset: 0, decoder }).map(parseRawLine);
    expect(
      readWhole()
        .lines.slice(0, alone.length)
        .map(({ line }) => line),
    ).toEqual(alone);
  });

  it(`is in the group ${folder.startsWith('ok/') ? 'of what is understood' : 'of what is not'}`, () => {
    const isUnderstood = readWhole().lines.every(({ line }) => line.type !== 'malformed');
    expect(isUnderstood).toBe(folder.startsWith('ok/'));
  });
});

describe('the synthetic lines of the format note', () => {
  const parsed = (name: string) =>
    readExpected(`ok/${name}`)
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as LocatedLine).line);

  it.each([
    'synthetic-lines-in-cp1252',
    'synthetic-lines-in-crlf',
    'synthetic-lines-in-cp1252-crlf',
    'synthetic-lines-in-utf-16le',
    'synthetic-lines-in-utf-16be-crlf',
    'synthetic-lines-with-byte-order-mark',
    'synthetic-lines-with-byte-order-mark-and-crlf',
  ])('give the same events in %s as in UTF-8 with LF', (name) => {
    expect(parsed(name)).toEqual(parsed('synthetic-lines-of-the-format-note'));
  });
});

describe('what a log is said to be by its first bytes', () => {
  const notLogs: Readonly<Record<string, string>> = {
    'ok/empty-file': 'empty',
    'not-ok/end-of-line-missing-in-the-only-line': 'empty',
    'not-ok/line-of-more-than-64-kib': 'empty',
    'not-ok/nuls-alone': 'empty',
    'not-ok/token-usage-file': 'tokenUsage',
  };

  it.each(Object.entries(notLogs))('%s is %s', (folder, kind) => {
    expect(identify(readInput(folder)).kind).toBe(kind);
  });

  it('names the server of a token usage file', () => {
    expect(identify(readInput('not-ok/token-usage-file')).tokenUsage).toEqual({
      wallAt: Date.UTC(2025, 4, 19),
      serverName: 'lic-01',
      serverIds: ['ABC-41A0000000000000'],
    });
  });
});
