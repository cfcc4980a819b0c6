// TextDecoder is part of the WHATWG Encoding Standard: every browser and Node have it, but the
// ECMAScript typings of this pure library do not, so the part used here is declared.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Turns bytes into text, or says that it cannot. */
export interface LineDecoder {
  /** Strict UTF-8; undefined where the bytes are not UTF-8. */
  decodeUtf8(bytes: Uint8Array): string | undefined;
  /** UTF-8, else the fallback code page; undefined where neither fits. */
  decode(bytes: Uint8Array): string | undefined;
}

/**
 * Makes a decoder: strict UTF-8 first, then `fallback`, a WHATWG encoding label such as
 * `windows-1252` (the ANSI code page of older Windows servers).
 *
 * @throws RangeError when `fallback` is no known label.
 */
export function createLineDecoder(fallback = 'windows-1252'): LineDecoder {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const codePage = new TextDecoder(fallback, { fatal: true, ignoreBOM: false });
  const decodeWith = (decoder: { decode(bytes: Uint8Array): string }, bytes: Uint8Array) => {
    try {
      return decoder.decode(bytes);
    } catch {
      // TypeError: the bytes are not of this encoding. Only decoding them can tell.
      return undefined;
    }
  };
  return {
    decodeUtf8: (bytes) => decodeWith(utf8, bytes),
    decode: (bytes) => decodeWith(utf8, bytes) ?? decodeWith(codePage, bytes),
  };
}
