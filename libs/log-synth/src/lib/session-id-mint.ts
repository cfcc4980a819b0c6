/**
 * Mints the ids of client sessions: sixteen bits of origin, then the creation's UTC milliseconds in
 * 48 bits. No two ids share their milliseconds: a later one moves on by one.
 */
export class SessionIdMint {
  #last = 0;

  /** @param createdAt epoch ms. @param origin the high 16 bits as four hexadecimal digits. */
  mint(createdAt: number, origin: string): string {
    this.#last = Math.max(this.#last + 1, createdAt);
    return origin + this.#last.toString(16).toUpperCase().padStart(12, '0');
  }
}
