import fc from 'fast-check';
import { createLineDecoder, createUtf16Decoder } from './decode-line.js';
import { LogParser, type LocatedLine } from './log-parser.js';
import { BlockParser } from './parse-block.js';
import { MAX_LINE_BYTES } from './split-lines.js';

const STOP = '2025/05/19 08:01:13:027 I STOPSERVER  License server stopped';
const GRANT =
  '2025/05/19 08:01:13:027 I USGTRACING  Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!chloé';

const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'));

/** Reads a file that arrives in pieces, cut at the positions given. */
function readInPieces(file: Uint8Array, cuts: readonly number[], parser = new LogParser()) {
  const lines: LocatedLine[] = [];
  let from = 0;
  for (const cut of [...cuts, file.length]) {
    lines.push(...parser.parseChunk(file.subarray(from, cut)));
    from = cut;
  }
  lines.push(...parser.end());
  return lines;
}

const read = (file: Uint8Array, parser?: LogParser) => readInPieces(file, [], parser);
const kinds = (lines: readonly LocatedLine[]) =>
  lines.map(({ line }) => (line.type === 'malformed' ? line.reason : line.type));

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(STOP, GRANT, '\tat a.b.C(D.java:1)', '', 'x', '\r', '\uFEFF')
      .map(utf8),
  },
  { weight: 4, arbitrary: fc.constantFrom('\n', '\r\n').map(utf8) },
  { weight: 1, arbitrary: fc.constantFrom('\0', '\0\0\0', '\n\0\0').map(utf8) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constant(new Uint8Array(MAX_LINE_BYTES).fill(0x78)) },
);
const anyFile = fc
  .array(piece, { maxLength: 16 })
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

describe('LogParser', () => {
  it('gives each line with its place', () => {
    const file = utf8(`${STOP}\r\n\tat a.b.C\n${STOP}\n`);
    const length = STOP.length;
    expect(
      read(file).map(({ byteOffset, byteLength, recordOffset }) => [
        byteOffset,
        byteLength,
        recordOffset,
      ]),
    ).toEqual([
      [0, length + 2, 0],
      [length + 2, 10, 0],
      [length + 12, length + 1, length + 12],
    ]);
  });

  it('begins at the position it is told', () => {
    const parser = new LogParser({ byteOffset: 1_000 });
    expect(read(utf8(`${STOP}\n x\n`), parser)).toMatchObject([
      { byteOffset: 1_000, recordOffset: 1_000 },
      { byteOffset: 1_000 + STOP.length + 1, recordOffset: 1_000 },
    ]);
    expect(parser.summary.bytes).toBe(STOP.length + 4);
  });

  it('attaches a continuation to no record where the line before is not understood', () => {
    const file = utf8(` first\n${STOP}\n second\nwhat?\n third\n`);
    const offset = 7;
    expect(read(file).map(({ line, recordOffset }) => [line.type, recordOffset])).toEqual([
      ['continuation', null],
      ['serverStop', offset],
      ['continuation', offset],
      ['malformed', null],
      ['continuation', null],
    ]);
  });

  it('gives a line when its end arrives, and not before', () => {
    const parser = new LogParser();
    expect(parser.parseChunk(utf8(STOP))).toEqual([]);
    expect(parser.parseChunk(utf8('\n'))).toHaveLength(1);
    expect(parser.end()).toEqual([]);
  });

  it('takes what has no end of line for not understood', () => {
    const parser = new LogParser();
    expect(read(utf8(`${STOP}\n${STOP}`), parser)).toEqual([
      expect.objectContaining({ byteOffset: 0 }),
      {
        line: { type: 'malformed', reason: 'unterminated' },
        byteOffset: STOP.length + 1,
        byteLength: STOP.length,
        recordOffset: null,
      },
    ]);
    expect(parser.end()).toEqual([]);
  });

  it('reads the line behind a run of NUL bytes', () => {
    const lines = read(utf8(`\0\0\0${STOP}\n\0\0`));
    expect(kinds(lines)).toEqual(['nulBytes', 'serverStop', 'nulBytes']);
    expect(lines.map((line) => line.byteLength)).toEqual([3, STOP.length + 1, 2]);
  });

  it('takes a line with a hole for not understood', () => {
    expect(kinds(read(utf8(`${STOP}\0${STOP}\n${STOP}\n`)))).toEqual(['nulBytes', 'serverStop']);
  });

  it('holds no more than one line of the longest length', () => {
    const parser = new LogParser();
    const block = new Uint8Array(1024 * 1024).fill(0x78);
    for (let count = 0; count < 16; count++) expect(parser.parseChunk(block)).toEqual([]);
    const held = parser as unknown as { rest: Uint8Array };
    expect(held.rest.length).toBe(0);
    expect(parser.parseChunk(utf8(`\n${STOP}\n`))).toMatchObject([
      {
        line: { type: 'malformed', reason: 'tooLong' },
        byteOffset: 0,
        byteLength: 16 * block.length + 1,
      },
      { line: { type: 'serverStop' }, byteOffset: 16 * block.length + 1 },
    ]);
  });

  it('reads a line of the longest length and refuses a longer one', () => {
    const long = `${STOP} `.padEnd(MAX_LINE_BYTES - 1, 'x');
    expect(kinds(read(utf8(`${long}\n${long}x\n`)))).toEqual(['serverStop', 'tooLong']);
    expect(kinds(read(utf8(`${long}x`)))).toEqual(['unterminated']);
    expect(kinds(read(utf8(`\0${long}xx`)))).toEqual(['nulBytes', 'unterminated']);
  });

  it('counts lines and bytes of each class', () => {
    const parser = new LogParser();
    const file = utf8(`${STOP}\n x\nwhat?\n${STOP}\n`);
    read(file, parser);
    expect(parser.summary).toEqual({
      parserVersion: 2,
      bytes: file.length,
      classes: {
        serverStop: { lines: 2, bytes: 2 * STOP.length + 2 },
        continuation: { lines: 1, bytes: 3 },
        malformed: { lines: 1, bytes: 6 },
      },
    });
  });

  it('puts every byte into exactly one class, and the sum is the size of the file', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const parser = new LogParser();
        let next = 0;
        for (const { byteOffset, byteLength } of read(file, parser)) {
          expect(byteOffset).toBe(next);
          next += byteLength;
        }
        const { bytes, classes } = parser.summary;
        const sum = Object.values(classes).reduce((total, one) => total + one.bytes, 0);
        expect([next, bytes, sum]).toEqual([file.length, file.length, file.length]);
      }),
    );
  });

  it('gives the same lines wherever the file is cut', () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.nat(), { maxLength: 8 }), (file, places) => {
        const cuts = places.map((place) => place % (file.length + 1)).sort((a, b) => a - b);
        const parser = new LogParser();
        const whole = new LogParser();
        expect(readInPieces(file, cuts, parser)).toEqual(read(file, whole));
        expect(parser.summary).toEqual(whole.summary);
      }),
    );
  });

  it('gives the same lines where each byte comes alone', () => {
    const file = utf8(`\uFEFF${STOP}\r\n\0\0${GRANT}\n\tat a.b.C\n${GRANT}\nrest`);
    const cuts = Array.from(file, (_, at) => at);
    expect(readInPieces(file, cuts)).toEqual(read(file));
  });

  it.each(['utf-16le', 'utf-16be'] as const)('reads %s, cut anywhere', (encoding) => {
    const little = Buffer.from(
      `\uFEFF${STOP}\r\n${GRANT}\n${'x'.repeat(MAX_LINE_BYTES)}\n x\nend`,
      'utf16le',
    );
    const file = Uint8Array.from(encoding === 'utf-16le' ? little : little.swap16());
    const parser = () => new LogParser({ decoder: createUtf16Decoder(encoding) });
    const lines = read(file, parser());
    expect(kinds(lines)).toEqual([
      'serverStop',
      'grant',
      'tooLong',
      'continuation',
      'unterminated',
    ]);
    for (const cut of [1, 2, 3, 101, 2 * STOP.length + 5, file.length - 20_001, file.length - 7]) {
      expect(readInPieces(file, [cut, cut + 1], parser())).toEqual(lines);
    }
  });

  it('takes UTF-16 that is not announced for lines with NUL bytes', () => {
    const file = Uint8Array.from(Buffer.from(`${STOP}\n${STOP}\n`, 'utf16le'));
    expect(new Set(kinds(read(file)))).toEqual(new Set(['nulBytes']));
  });
});

describe('BlockParser', () => {
  it('gives the lines of a block as LogParser does, whatever it has read before', () => {
    const parser = new BlockParser(createLineDecoder());
    fc.assert(
      fc.property(anyFile, (file) => {
        const seen: unknown[] = [];
        const bytes = parser.parseBlock(file, 500, (line, byteOffset, byteLength) =>
          seen.push({ line, byteOffset, byteLength }),
        );
        const whole = read(file.subarray(0, bytes), new LogParser({ byteOffset: 500 }));
        expect(seen).toEqual(
          whole.map(({ line, byteOffset, byteLength }) => ({ line, byteOffset, byteLength })),
        );
      }),
    );
  });

  it('reads the same bytes by the encoding of their own line', () => {
    const user = (bytes: number[], path: number[]) => [
      ...utf8(GRANT.replace('chloé', 'chlo')),
      ...bytes,
      ...utf8('!ID!C:\\'),
      ...path,
      ...utf8('.exe!6.424!0\n'),
    ];
    const eAcute = [0xc3, 0xa9];
    const file = [...user(eAcute, [0xe9]), ...user([0x65], [0x65]), ...user(eAcute, [0x65])];
    const names: unknown[] = [];
    new BlockParser().parseBlock(Uint8Array.from(file), 0, (line) =>
      names.push((line as { user: unknown }).user),
    );
    expect(names).toEqual(['chloÃ©', 'chloe', 'chloé']);
  });

  it('leaves an unfinished line alone', () => {
    const visit = jest.fn();
    expect(new BlockParser().parseBlock(utf8(`${STOP}\n${STOP}`), 0, visit)).toBe(STOP.length + 1);
    expect(new BlockParser().parseBlock(utf8('\0\0\0'), 0, visit)).toBe(0);
    expect(new BlockParser().parseBlock(utf8(''), 0, visit)).toBe(0);
    expect(visit).toHaveBeenCalledTimes(1);
  });

  it('remembers across blocks, and what it remembers is its own', () => {
    const parser = new BlockParser();
    const block = Buffer.from(`${GRANT}\n`);
    const events: unknown[] = [];
    for (let count = 0; count < 3; count++) {
      parser.parseBlock(block, 0, (line) => events.push(line));
      // The reader uses its buffer again.
      block.fill(0x78);
      block.write(`${GRANT}\n`);
    }
    expect(events[1]).toEqual(events[0]);
    expect((events[1] as { client: unknown }).client).toBe(
      (events[2] as { client: unknown }).client,
    );
  });
});
