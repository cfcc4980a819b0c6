/**
 * Decodes the output of a tool: the byte-order mark tells UTF-16, as PowerShell writes it; else it is
 * UTF-8, or the code page where it is not.
 *
 * @param encoding label of the code page.
 */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // TypeError: not UTF-8.
    return new TextDecoder(encoding).decode(bytes);
  }
}
