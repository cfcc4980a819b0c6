import fc from 'fast-check';
import { createLineDecoder } from '../index.js';
import { createNodeDecoder } from './create-node-decoder.js';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const REPLACEMENT_CHARACTER = [0xef, 0xbf, 0xbd];
const SURROGATE = [0xed, 0xa0, 0x80];
const LINE_FEED = [0x0a];

/** Bytes of a code page with, here and there, what UTF-8 finds hard. */
const someBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(BYTE_ORDER_MARK, REPLACEMENT_CHARACTER, SURROGATE, LINE_FEED),
      fc.string({ unit: 'binary' }).map((text) => [...Buffer.from(text)]),
      fc.array(fc.nat(0xff), { maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.flat());

/** The bytes in the middle of others, as a chunk of a file holds a line. */
const views = fc
  .tuple(someBytes, fc.nat(9), fc.boolean())
  .map(([bytes, before, isBuffer]): Uint8Array => {
    const all = Uint8Array.from([...new Array<number>(before).fill(0x0a), ...bytes, 0x0a]);
    const view = all.subarray(before, before + bytes.length);
    return isBuffer ? Buffer.from(view.buffer, view.byteOffset, view.length) : view;
  });

describe('createNodeDecoder', () => {
  it.each([undefined, 'windows-1252', 'windows-1251', 'shift_jis', 'gbk', 'utf-16le'])(
    'gives the text that the decoder of the core gives (code page %s)',
    (fallback) => {
      const decoder = createNodeDecoder(fallback);
      const expected = createLineDecoder(fallback);
      fc.assert(
        fc.property(views, (bytes) => {
          expect(decoder.decode(bytes)).toBe(expected.decode(bytes));
        }),
      );
    },
  );

  it('finds the ends of lines that the decoder of the core finds', () => {
    const decoder = createNodeDecoder();
    const expected = createLineDecoder();
    fc.assert(
      fc.property(views, (bytes) => {
        for (let from = 0; from <= bytes.length; from++) {
          expect(decoder.findLineEnd(bytes, from)).toBe(expected.findLineEnd(bytes, from));
        }
      }),
    );
    expect(decoder.unitBytes).toBe(expected.unitBytes);
  });

  it('refuses a code page that nobody knows', () => {
    expect(() => createNodeDecoder('windows-9999')).toThrow('windows-9999');
  });
});
