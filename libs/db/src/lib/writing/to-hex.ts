/** Hexadecimal text of bytes, for a column named in `blobs` of an `InsertTarget`. */
export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
