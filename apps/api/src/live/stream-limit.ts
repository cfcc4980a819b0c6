import { Injectable } from '@nestjs/common';
import { ProblemError } from '../http/problem';

/** How many streams may be open at once. */
export const MAX_STREAMS = 200;
/** How many of them may come from one address: a browser opens one for each tab that is seen. */
export const MAX_STREAMS_OF_ADDRESS = 20;

/** Counts the open streams. */
@Injectable()
export class StreamLimit {
  private readonly ofAddress = new Map<string, number>();
  private total = 0;

  /** Streams that are open. */
  get count(): number {
    return this.total;
  }

  /**
   * @param address of the client. This machine's own is not limited: a proxy that does not name its
   * clients speaks for many.
   * @returns what the client has to call, once, when it leaves.
   * @throws ProblemError LM_STREAM_FULL
   */
  enter(address: string): () => void {
    if (this.total >= MAX_STREAMS) {
      const detail = `${MAX_STREAMS} streams are open. Close some tabs, or try again later.`;
      throw new ProblemError('LM_STREAM_FULL', detail);
    }
    const own = this.ofAddress.get(address) ?? 0;
    if (own >= MAX_STREAMS_OF_ADDRESS && !isLoopback(address)) {
      const detail = `${MAX_STREAMS_OF_ADDRESS} streams are open from ${address}. Close some tabs.`;
      throw new ProblemError('LM_STREAM_FULL', detail);
    }
    this.total++;
    this.ofAddress.set(address, own + 1);
    return () => this.leave(address);
  }

  private leave(address: string): void {
    const left = (this.ofAddress.get(address) ?? 1) - 1;
    this.total--;
    if (left === 0) this.ofAddress.delete(address);
    else this.ofAddress.set(address, left);
  }
}

const isLoopback = (address: string) => address === '::1' || /^(?:::ffff:)?127\./.test(address);
