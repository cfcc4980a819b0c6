import { createLineDecoder, createUtf16Decoder } from './decode-line.js';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('createLineDecoder', () => {
  it('reads UTF-8, and Windows-1252 as the fallback', () => {
    const decoder = createLineDecoder();
    expect(decoder.decode(bytes(0xc3, 0xa9))).toBe('é');
    expect(decoder.decode(bytes(0xe9))).toBeUndefined();
    expect(decoder.decodeFallback(bytes(0xe9))).toBe('é');
  });

  it('reads the whole of Windows-1252, where bytes stand for letters that Latin-1 has not', () => {
    const { decodeFallback } = createLineDecoder();
    expect(decodeFallback(Uint8Array.from({ length: 34 }, (_, at) => 0x7f + at))).toBe(
      '\x7f€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ\xa0',
    );
    expect(decodeFallback(bytes(0x8a, 0x6b, 0x6f, 0x64, 0x61))).toBe('Škoda');
  });

  it('reads the code page it is told', () => {
    expect(createLineDecoder('shift_jis').decodeFallback(bytes(0x93, 0xfa))).toBe('日');
    expect(createLineDecoder('iso-8859-2').decodeFallback(bytes(0x8a, 0xa9))).toBe('\x8aŠ');
  });

  it('gives nothing where the bytes do not fit', () => {
    expect(createLineDecoder('shift_jis').decode(bytes(0xfd, 0xfd))).toBeUndefined();
    expect(createLineDecoder('shift_jis').decodeFallback(bytes(0xfd, 0xfd))).toBeUndefined();
  });

  it('drops a byte-order mark', () => {
    expect(createLineDecoder().decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  });

  it('refuses a code page that does not exist', () => {
    expect(() => createLineDecoder('windows-9999')).toThrow('not supported');
  });

  it('finds the end of the line behind a position', () => {
    const decoder = createLineDecoder();
    expect(decoder.unitBytes).toBe(1);
    expect(decoder.findLineEnd(bytes(0x0a, 0x61, 0x0a), 0)).toBe(1);
    expect(decoder.findLineEnd(bytes(0x0a, 0x61, 0x0a), 1)).toBe(3);
    expect(decoder.findLineEnd(bytes(0x61), 0)).toBe(0);
  });
});

describe('createUtf16Decoder', () => {
  it.each([
    ['utf-16le', bytes(0x0a, 0x61, 0x0a, 0x00), bytes(0x61, 0x00)],
    ['utf-16be', bytes(0x61, 0x0a, 0x00, 0x0a), bytes(0x00, 0x61)],
  ] as const)('takes only a whole code unit of %s for a line feed', (encoding, line, letter) => {
    const decoder = createUtf16Decoder(encoding);
    expect(decoder.unitBytes).toBe(2);
    expect(decoder.findLineEnd(line, 0)).toBe(4);
    expect(decoder.findLineEnd(line.subarray(0, 3), 0)).toBe(0);
    expect(decoder.findLineEnd(bytes(), 0)).toBe(0);
    expect(decoder.decode(letter)).toBe('a');
  });

  it('gives nothing for half a pair', () => {
    expect(createUtf16Decoder('utf-16le').decode(bytes(0x00, 0xd8))).toBeUndefined();
    expect(createUtf16Decoder('utf-16le').decodeFallback(bytes(0x00, 0xd8))).toBeUndefined();
  });

  it('looks for line feeds from a line on, two bytes at a time', () => {
    const decoder = createUtf16Decoder('utf-16le');
    expect(decoder.findLineEnd(bytes(0x0a, 0x00, 0x61, 0x00, 0x0a, 0x00), 2)).toBe(6);
  });
});
