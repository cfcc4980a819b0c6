import { get, type IncomingMessage } from 'node:http';

export interface Received {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** A client of a stream of server-sent events that keeps everything it was sent. */
export class EventSourceClient {
  readonly received: Received[] = [];
  private text = '';
  private readonly waiting: (() => void)[] = [];

  private constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (part: string) => this.take(part));
  }

  static open(
    url: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<EventSourceClient> {
    return new Promise((resolve, reject) => {
      get(url, { headers }, (response) => resolve(new EventSourceClient(response))).on(
        'error',
        reject,
      );
    });
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  get contentType(): string | undefined {
    return this.response.headers['content-type'];
  }

  /** The position from which the client would resume. */
  get lastId(): string | undefined {
    return this.received.findLast(({ id }) => id !== undefined)?.id;
  }

  /** The first message of a kind that fits, now or when it comes. */
  async next(event: string, fits: (received: Received) => boolean = () => true): Promise<Received> {
    for (;;) {
      const found = this.received.find((one) => one.event === event && fits(one));
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  close(): void {
    this.response.destroy();
  }

  private take(part: string): void {
    this.text += part;
    const blocks = this.text.split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const event = field('event');
      const data = field('data');
      if (event !== undefined && data !== undefined) {
        this.received.push({
          id: field('id'),
          event,
          data: JSON.parse(data) as Record<string, unknown>,
        });
      }
    }
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
