import type { LiveMessageKind, LiveMessages } from '@license-monitor/api-contract';

type Listener = (event: MessageEvent<string>) => void;

/** An event stream whose server is the test. */
export class FakeEventSource {
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly listeners = new Map<string, Listener[]>();

  constructor(readonly url: string) {}

  addEventListener(kind: string, listener: Listener): void {
    this.listeners.set(kind, [...(this.listeners.get(kind) ?? []), listener]);
  }

  close(): void {
    this.readyState = 2;
  }

  /** Accepts the connection. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** Breaks the connection; the browser tries again by itself unless it is given up. */
  break(isGivenUp = false): void {
    this.readyState = isGivenUp ? 2 : 0;
    this.onerror?.();
  }

  /** Sends a message, as the API would. */
  send<Kind extends LiveMessageKind>(kind: Kind, data: LiveMessages[Kind], id: number): void {
    this.sendText(kind, JSON.stringify(data), String(id));
  }

  /** Sends a message as raw text. */
  sendText(kind: string, data: string, lastEventId: string): void {
    const event = new MessageEvent<string>(kind, { data, lastEventId });
    for (const listener of this.listeners.get(kind) ?? []) listener(event);
  }
}

/** All streams that a test's application has opened, in their order. */
export class FakeStreams {
  readonly opened: FakeEventSource[] = [];

  readonly open = (url: string): EventSource => {
    const source = new FakeEventSource(url);
    this.opened.push(source);
    return source as unknown as EventSource;
  };

  /** The stream that was opened last. */
  get last(): FakeEventSource {
    const source = this.opened.at(-1);
    if (source === undefined) throw new Error('no stream was opened');
    return source;
  }
}
