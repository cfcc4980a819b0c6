import { isDeepStrictEqual } from 'node:util';
import { createLineDecoder } from './bytes/decode-line.js';
import { LogParser, type LocatedLine } from './bytes/log-parser.js';
import { BlockParser, parseRawLine } from './bytes/parse-block.js';
import { splitLines } from './bytes/split-lines.js';
import type { ParsedLine } from './lines/parsed-line.js';
import { Chance, makeFiles } from '../testing/hostile-input.js';

// Lines as servers write them, put together anew, damaged and joined, read as bytes. The chance is
// seeded, so a failure comes again. `FUZZ_INPUTS=10000000` reads more, `FUZZ_SEED=2` others.
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 100_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

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
  const longest = chance.of([1 + bytes.length, 4096, 100]);
  for (let from = 0; from < bytes.length;) {
    const to = from + chance.below(longest);
    lines.push(...parser.parseChunk(bytes.subarray(from, to)));
    from = to;
  }
  lines.push(...parser.end());
  return { lines, summary: parser.summary };
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
    }
  });

  it('are read with a memory of other bytes as without', () => {
    const parser = new BlockParser();
    const known = new Set<unknown>();
    let remembered = 0;
    let count = 0;
    for (const { bytes } of makeFiles(INPUTS, SEED)) {
      const lines: PlacedLine[] = [];
      parser.parseBlock(bytes, 0, (line, byteOffset, byteLength) => {
        lines.push({ line, byteOffset, byteLength });
        if (!('sessionId' in line) || line.client === null) return;
        count++;
        if (known.has(line.client)) remembered++;
        known.add(line.client);
      });
      const plain = readPlainly(bytes);
      expect(findDifference(bytes, lines, plain)).toBeUndefined();
      const chunked = withoutRecord(readInChunks(bytes, new Chance(1)).lines);
      expect(findDifference(bytes, chunked.slice(0, plain.length), plain)).toBeUndefined();
    }
    // Else the memory was not tried.
    expect(remembered / count).toBeGreaterThan(0.005);
  });
});
