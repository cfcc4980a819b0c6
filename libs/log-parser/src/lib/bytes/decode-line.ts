// TextDecoder is part of the WHATWG Encoding Standard: every browser and Node have it, but the
// ECMAScript typings of this pure library do not, so the part used here is declared.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { readonly encoding: string; decode(bytes: Uint8Array): string };

const LINE_FEED = 0x0a;

/** Finds the ends of lines in bytes and turns lines into text. */
export interface LineDecoder {
  /** Bytes of a code unit: NUL bytes are a fault only where it is 1. */
  readonly unitBytes: 1 | 2;
  /**
   * Index behind the first line feed at or after `from`, where a line begins at `from`; 0 where
   * there is none.
   */
  findLineEnd(bytes: Uint8Array, from: number): number;
  /** Text of the bytes in the main encoding; undefined where they are not of it. */
  decode(bytes: Uint8Array): string | undefined;
  /** Text of the bytes in the encoding that is tried next; undefined where they are not of it. */
  decodeFallback(bytes: Uint8Array): string | undefined;
}

/**
 * Makes the decoder of a log as servers write it: strict UTF-8 first, then `fallback`, a WHATWG
 * encoding label such as `windows-1252` (the ANSI code page of older Windows servers).
 *
 * @throws RangeError when `fallback` is no known label.
 */
export function createLineDecoder(fallback = 'windows-1252'): LineDecoder {
  const utf8 = createStrictDecoder('utf-8');
  const codePage = createStrictDecoder(fallback);
  return {
    unitBytes: 1,
    findLineEnd: (bytes, from) => bytes.indexOf(LINE_FEED, from) + 1,
    decode: utf8,
    decodeFallback: codePage,
  };
}

/** Makes the decoder of a log that was saved again as UTF-16, as some Windows tools do. */
export function createUtf16Decoder(encoding: 'utf-16le' | 'utf-16be'): LineDecoder {
  const lowByteAt = encoding === 'utf-16le' ? 0 : 1;
  return {
    unitBytes: 2,
    findLineEnd: (bytes, from) => {
      for (let at = from; at + 1 < bytes.length; at += 2) {
        if (bytes[at + lowByteAt] === LINE_FEED && bytes[at + 1 - lowByteAt] === 0) return at + 2;
      }
      return 0;
    },
    decode: createStrictDecoder(encoding),
    decodeFallback: () => undefined,
  };
}

function createStrictDecoder(label: string): (bytes: Uint8Array) => string | undefined {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: false });
  const mend = decoder.encoding === 'windows-1252' ? mendWindows1252 : (text: string) => text;
  return (bytes) => {
    try {
      return mend(decoder.decode(bytes));
    } catch {
      // TypeError: the bytes are not of this encoding. Only decoding them can tell.
      return undefined;
    }
  };
}

/** What the bytes 0x80 to 0x9F stand for in Windows-1252; five of them stand for nothing. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/**
 * Several versions of Node read Windows-1252 as Latin-1, which has control characters in these
 * places (nodejs/node #56542). Where the decoder is right there are none to replace.
 */
function mendWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80));
}
