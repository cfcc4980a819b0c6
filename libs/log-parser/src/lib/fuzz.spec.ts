import { isDeepStrictEqual } from 'node:util';
import { createLineDecoder } from './bytes/decode-line.js';
import { LogParser, type LocatedLine } from './bytes/log-parser.js';
import { BlockParser, parseRawLine } from './bytes/parse-block.js';
import { splitLines } from './bytes/split-lines.js';
import type { ParsedLine } from './lines/parsed-line.js';
import { Chance } from '../testing/chance.js';
import { makeFiles } from '../testing/hostile-input.js';

// Lines as servers write them, put together anew, damaged and joined, read as bytes. The chance is
// seeded, so a failure comes again. `FUZZ_INPUTS=10000000` reads more, `FUZZ_SEED=2` others.
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 100_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

const LINES_OF_A_DAY = 500;
const BOM = '\xef\xbb\xbf';
// A byte-order mark shifts what follows: the last date takes the place of date and time.
const ODD_DATES = [
  '2025/05/19',
  '2025/13/19 ',
  '1999/12/31 ',
  `${BOM}2025/05/19 `,
  `${BOM}2025/05/`,
];

/** What stands in each place of a usage line: texts as they are, and texts that are odd there. */
const PLACES: readonly (readonly [usual: readonly string[], odd: readonly string[]])[] = [
  [
    ['08:01:13:027', '23:59:59:999', '00:00:00:000'],
    [
      '24:00:00:000',
      '08:60:00:000',
      '08:00:60:000',
      '8:001:13:027',
      '08:01:13.027',
      '081:3:13:027',
    ],
  ],
  [
    [
      ' I USGTRACING  Grant!!MD2!',
      ' I USGTRACING  Detachment!!MD2!',
      ' W USGTRACING TimeOut!!XM2!',
    ],
    [
      ' I USGTRACING  Grant!!MD2!2000!',
      ' I USGTRACING  Grant!!MD2!!',
      ' I USGTRACING  Grant!x!MD2!',
    ],
  ],
  [
    ['00000196E721C6C0', '00000196E721C6C1', '20000196e721c6c2'],
    ['0000196E721C6C0', '000000196E721C6C0', '00000196E721C6CG', '', '00000196E721C6C0!x'],
  ],
  [
    ['!DS V5!ConcurrentUser!1!STD!', '!DS!Token!25!!', '!!Credit!999999999!EDU!'],
    [
      ...['!10.0.0.9!NamedUser!1!STD!', '!DS!NamedUser!1!10.0.0.9!', '!a (b)!10.0.0.9!1!STD!'],
      ...['!a (b)!NamedUser!1!STD!', '!DS!NamedUser!1!STD!x!', '!DS!NamedUser!1!', '!DS!None!1!!'],
      ...['!\xc9S!NamedUser!1!STD!', '!\xc3\xa9!NamedUser!1!STD!', '!DS!NamedUser!1234567890!!'],
    ],
  ],
  [
    ['WS-42 (41A0000000000001-0a00002a.1)', 'ws-42 (263.0)', 'WS (lab) (263.0)'],
    [
      ...[' (263.0)', '  (263.0)', ' (lab) (263.0)', '(263.0)', 'WS-42', 'WS-42 (263', 'WS-42 ()'],
      ...['10.0.0.9', 'fe80::1', 'WS!42 (263.0)', 'WS-\xe9 (263.0)', 'WS-\xc3\xa9 (263.0)', ''],
    ],
  ],
  [
    ['!10.0.0.42!', '!fe80::1%eth0!', '!10.0.0.43!'],
    ['!10.0.0!', '!!', '!a (b)!', '!', '!WS-42 (263.0)!10.0.0.9!', `!${':'.repeat(46)}!`],
  ],
  [
    ['alice', 'bob', 'chlo\xc3\xa9'],
    ['chlo\xe9', 'chlo\xc3\xa9\xe9', 'al!ice', 'a!l!ice', 'a (b)', 'a ( 7)', '10.0.0.9', ''],
  ],
  [
    ['!ALICE@CORP.0A00002A.1.ABC-41A0000000000001!', '!alice!', '!MD2!'],
    [
      ...['', '!', '!!', '!alice', '!10.0.0.9!', '!a (b)!', '!bob ( 12)!', '!CHLO\xc9!', '!x!y!'],
      ...['!AL!ICE.0A00002A.1.ABC-41A0000000000001!', '!\xc3\x89.0A00002A.1.ABC-41A0000000000001!'],
    ],
  ],
  [
    ['C:\\DS\\CNEXT.exe', '/opt/ds/CNEXT', 'C:\\DS (x86)\\CNEXT.exe'],
    [
      ...[
        'C:\\A!B\\CNEXT.exe',
        'a (b)',
        '10.0.0.9',
        'x!',
        '!',
        '',
        '\xc9',
        'C:\\\xc3\x89\\CNEXT.exe',
      ],
      ...['C:\\DS.0A00002A.1.ABC-41A0000000000001', 'x!y.0A00002A.1.ABC-41A0000000000001'],
    ],
  ],
  [
    ['', ' ( 11168)', ' (7)'],
    [' ()', '( 7)', ' (  7)', ' ( 7) ( 8)', ' ( 7) ', ' ( 7))', ' (\xb27)', ' ( 7', '7)', ')'],
  ],
  [
    ['!6.424!0', '!6.425!0', '!6.424', ''],
    [
      ...['!!', '!', '!6.424.0.1!0', '!6.424!a ( 22)', '!6.424 ( 7)!0', '!6.424!0!x', '!6!4!0'],
      ...['!x.0A00002A.1.ABC-41A0000000000001', '!6.424!x.0A00002A.1.ABC-41A0000000000001'],
      ...['!6.424!\xc3\xa9', '!6.424!\xe9', '!6.424!)', '!)!0', '!6.424\r!0', '!\u0000!0'],
    ],
  ],
  [
    ['\n', '\r\n'],
    ['\r\r\n', ' \n', '\n\n', '\0\n', ''],
  ],
];

/** A usage line with an odd place now and then; a process number of any length. */
function putTogether(chance: Chance, date: string): string {
  const places = PLACES.map(([usual, odd]) => chance.of(chance.isOneIn(16) ? odd : usual));
  const line = date + places.join('');
  if (chance.isOneIn(16)) return line.replace(/\( ?\d+/, (open) => open + chance.digits(11));
  if (!chance.isOneIn(16)) return line;
  const at = chance.below(line.length);
  return line.slice(0, at) + chance.of(['', '!', ' (', '\xe9', '7', '\0']) + line.slice(at + 1);
}

type PlacedLine = Omit<LocatedLine, 'recordOffset'>;

/** The line that one reading has otherwise than the other, to be read by a person. */
function findDifference(
  bytes: Uint8Array,
  actual: readonly PlacedLine[],
  expected: readonly PlacedLine[],
) {
  if (isDeepStrictEqual(actual, expected)) return undefined;
  const at = actual.findIndex((line, index) => !isDeepStrictEqual(line, expected[index]));
  const from = (actual[at] ?? expected[actual.length])?.byteOffset ?? 0;
  const lineEnd = bytes.indexOf(0x0a, from) + 1 || bytes.length;
  const text = Buffer.from(bytes.subarray(from, lineEnd)).toString('latin1');
  return { text: text.slice(0, 1000), actual: actual[at], expected: expected[at] };
}

/** Reads bytes in chunks that are cut anywhere. */
function readInChunks(bytes: Uint8Array, chance: Chance) {
  const parser = new LogParser();
  const lines: LocatedLine[] = [];
  // Few small chunks: what is held of an unfinished line is copied with each.
  const longest = chance.of([1 + bytes.length, 4096, 2 + (bytes.length >> 7)]);
  for (let from = 0; from < bytes.length;) {
    const to = from + chance.below(longest);
    lines.push(...parser.parseChunk(bytes.subarray(from, to)));
    from = to;
  }
  lines.push(...parser.end());
  return { lines, summary: parser.summary };
}

/** Reads bytes with a parser that has read others. */
function readTogether(parser: BlockParser, bytes: Uint8Array): PlacedLine[] {
  const lines: PlacedLine[] = [];
  parser.parseBlock(bytes, 0, (line, byteOffset, byteLength) => {
    lines.push({ line, byteOffset, byteLength });
  });
  return lines;
}

const readPlainly = (bytes: Uint8Array): PlacedLine[] =>
  splitLines(bytes, { blockOffset: 0, decoder: createLineDecoder() }).map((raw) => ({
    line: parseRawLine(raw),
    byteOffset: raw.byteOffset,
    byteLength: raw.byteLength,
  }));

const withoutRecord = (lines: readonly LocatedLine[]): PlacedLine[] =>
  lines.map(({ line, byteOffset, byteLength }) => ({ line, byteOffset, byteLength }));

const TYPES: ReadonlySet<ParsedLine['type']> = new Set<ParsedLine['type']>([
  ...(['grant', 'detachment', 'timeout', 'denial', 'message'] as const),
  ...(['serverStart', 'serverStop', 'suspend', 'resume'] as const),
  ...(['continuation', 'malformed'] as const),
]);

describe('any bytes', () => {
  it('are read without a throw, without a loss, and the same each time', () => {
    for (const { bytes, chance } of makeFiles(INPUTS, SEED)) {
      const { lines, summary } = readInChunks(bytes, chance);
      let size = 0;
      for (const { byteOffset, byteLength, line } of lines) {
        if (byteOffset !== size || byteLength === 0 || !TYPES.has(line.type)) {
          expect({ byteOffset, byteLength, type: line.type }).toEqual({ byteOffset: size });
        }
        size += byteLength;
      }
      const counts = Object.values(summary.classes);
      expect([
        size,
        summary.bytes,
        counts.reduce((sum, count) => sum + count.bytes, 0),
        counts.reduce((sum, count) => sum + count.lines, 0),
      ]).toEqual([bytes.length, bytes.length, bytes.length, lines.length]);
      const again = readInChunks(bytes, chance).lines;
      expect(findDifference(bytes, again, lines)).toBeUndefined();
      const plain = readPlainly(bytes);
      const chunked = withoutRecord(lines.slice(0, plain.length));
      expect(findDifference(bytes, chunked, plain)).toBeUndefined();
    }
  });

  it('are read with a memory of other bytes as without', () => {
    const parser = new BlockParser();
    for (const { bytes } of makeFiles(INPUTS, SEED)) {
      const together = readTogether(parser, bytes);
      expect(findDifference(bytes, together, readPlainly(bytes))).toBeUndefined();
    }
  });

  it('are read as without a memory where they are parts of lines that are known', () => {
    const parser = new BlockParser();
    const chance = new Chance(SEED);
    const known = new Set<unknown>();
    let remembered = 0;
    for (let count = 0; count < INPUTS; count += LINES_OF_A_DAY) {
      const day = chance.of(['2025/05/19 ', '2025/05/20 ']);
      const lines = Array.from({ length: LINES_OF_A_DAY }, () =>
        putTogether(chance, chance.isOneIn(64) ? chance.of(ODD_DATES) : day),
      );
      const bytes = Buffer.from(lines.join(''), 'latin1');
      const together = readTogether(parser, bytes);
      expect(findDifference(bytes, together, readPlainly(bytes))).toBeUndefined();
      for (const { line } of together) {
        if (!('sessionId' in line) || line.client === null) continue;
        if (known.has(line.client)) remembered++;
        known.add(line.client);
      }
    }
    // Else the memory was not tried: a client that it gives is the same object each time.
    expect(remembered / INPUTS).toBeGreaterThan(0.1);
  });
});
