import type { Response } from 'express';
import type { Batch } from './change-feed';

/** A client that has taken in so little is dropped; it resumes by itself, in bytes. */
export const MAX_BACKLOG_BYTES = 256 * 1024;
/** Keeps proxies from closing a silent stream, in milliseconds. */
export const KEEP_ALIVE_MS = 15_000;
/** How long a browser waits before it comes back, in milliseconds. */
const RETRY_MS = 2_000;

/** Writes batches to one client as server-sent events. */
export class EventStream {
  private readonly keepAlive: NodeJS.Timeout;

  constructor(private readonly response: Response) {
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.write(`retry: ${RETRY_MS}\n\n`);
    this.keepAlive = setInterval(() => this.write(': keep-alive\n\n'), KEEP_ALIVE_MS);
  }

  /**
   * Sends a batch. Only its last message carries the position, so a client that is cut off in the
   * middle gets the whole batch again.
   */
  send({ lastEventId, messages }: Batch): void {
    messages.forEach(({ kind, data }, index) => {
      const id = index === messages.length - 1 ? `id: ${lastEventId}\n` : '';
      this.write(`${id}event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`);
    });
  }

  close(): void {
    clearInterval(this.keepAlive);
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.destroyed) return;
    if (this.response.writableLength > MAX_BACKLOG_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
