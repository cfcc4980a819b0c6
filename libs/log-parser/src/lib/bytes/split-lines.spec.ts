import fc from 'fast-check';
import { createLineDecoder } from './decode-line.js';
import { MAX_LINE_BYTES, splitLines, type RawLine } from './split-lines.js';

const split = (bytes: Uint8Array, blockOffset = 0) =>
  splitLines(bytes, { blockOffset, decoder: createLineDecoder() });
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

/** Reads a file in two pieces as a follower does: the rest of the first is read again. */
function splitInTwo(file: Uint8Array, cut: number): RawLine[] {
  const first = split(file.subarray(0, cut));
  const last = first.at(-1);
  const next = last === undefined ? 0 : last.byteOffset + last.byteLength;
  return [...first, ...split(file.subarray(next), next)];
}

const anyFile = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 20 }).map((text) => bytes(text)),
      fc.constantFrom(bytes('\n'), bytes('\r\n'), bytes('é', 'latin1'), bytes('\0\0')),
    ),
    { maxLength: 30 },
  )
  .map((parts) => Uint8Array.from(Buffer.concat(parts)));

describe('splitLines', () => {
  it('cuts at LF and CRLF and leaves an unfinished line alone', () => {
    expect(split(bytes('a\nbé\r\n\nrest'), 100)).toEqual([
      { byteOffset: 100, byteLength: 2, text: 'a', isFallback: false, fault: null },
      { byteOffset: 102, byteLength: 5, text: 'bé', isFallback: false, fault: null },
      { byteOffset: 107, byteLength: 1, text: '', isFallback: false, fault: null },
    ]);
  });

  it('reads a code page where a line is not UTF-8, and UTF-8 on the lines beside it', () => {
    const file = Buffer.concat([bytes('chloé\n'), bytes('chloé\n', 'latin1')]);
    expect(split(file)).toMatchObject([
      { text: 'chloé', isFallback: false },
      { text: 'chloé', isFallback: true },
    ]);
  });

  it('keeps a run of NUL bytes as a range and reads the line behind it', () => {
    expect(split(bytes('\0\0\0a\n'))).toEqual([
      { byteOffset: 0, byteLength: 3, text: null, fault: 'nulBytes' },
      { byteOffset: 3, byteLength: 2, text: 'a', isFallback: false, fault: null },
    ]);
  });

  it('keeps a line as a range where it is in neither encoding', () => {
    const decoder = createLineDecoder('shift_jis');
    const file = Uint8Array.from([0xfd, 0xfd, 0x0a]);
    expect(splitLines(file, { blockOffset: 7, decoder })).toEqual([
      { byteOffset: 7, byteLength: 3, text: null, fault: 'undecodable' },
    ]);
  });

  it('keeps a line that is too long as a range only', () => {
    const long = bytes(`${'x'.repeat(MAX_LINE_BYTES)}\n`);
    expect(split(Buffer.concat([bytes('a\n'), long, bytes('b\n')]))).toMatchObject([
      { text: 'a' },
      { byteOffset: 2, byteLength: MAX_LINE_BYTES + 1, text: null, fault: 'tooLong' },
      { text: 'b' },
    ]);
  });

  it('puts every byte up to the last line feed in exactly one range', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        let next = 0;
        for (const line of split(file)) {
          expect(line.byteOffset).toBe(next);
          next += line.byteLength;
        }
        expect(next).toBe(file.lastIndexOf(0x0a) + 1);
      }),
    );
  });

  it('gives the same lines wherever the file is cut', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), (file, at) => {
        const cut = file.length === 0 ? 0 : at % (file.length + 1);
        expect(splitInTwo(file, cut)).toEqual(split(file));
      }),
    );
  });
});
