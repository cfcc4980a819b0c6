import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { LiveMessageKind, LiveMessages, ProductInUseDto } from '@license-monitor/api-contract';
import { ALL_NAMES } from '@license-monitor/db';
import { toEventDto } from '../events/to-event-dto';
import { HealthReport } from '../health/health-report';
import { notInUse, toProductKey } from '../products/product-key';
import { toProductInUseDto, toSessionDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';

/** How often the stores are asked whether something was committed, in milliseconds. */
const POLL_MS = 100;
/** Health is told at least this often, in milliseconds. */
const HEALTH_MS = 5_000;
/** More events than this at once are not told one by one. */
const MAX_EVENTS = 500;

/** Messages that bring a listener to `lastEventId`. */
export interface Batch {
  readonly lastEventId: number;
  readonly messages: readonly Message[];
}

export type Message = {
  readonly [Kind in LiveMessageKind]: { readonly kind: Kind; readonly data: LiveMessages[Kind] };
}[LiveMessageKind];

type Listener = (batch: Batch) => void;

/**
 * Turns "something was committed" into messages. It needs no broker: SQLite tells a reader by one
 * number whether another process has committed, and event ids say what is new. Polls only while
 * somebody listens.
 */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly log = new Logger('change-feed');
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;
  private version: number | undefined;
  private lastEventId: number | undefined;
  private healthAt = 0;
  private isPolling = false;
  private inUse: ReadonlyMap<string, ProductInUseDto> = new Map();

  constructor(
    private readonly stores: Stores,
    private readonly report: HealthReport,
  ) {}

  get listenerCount(): number {
    return this.listeners.size;
  }

  /** Calls `listener` with each batch until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    this.timer ??= setInterval(() => void this.poll(), POLL_MS);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.rest();
    };
  }

  /**
   * What a listener needs first: health, and what came after `since` when it resumes. Subscribe
   * before, so that nothing falls between the greeting and the first batch.
   */
  async greet(since: number | null): Promise<Batch> {
    const live = await this.stores.live();
    const lastEventId = await live.lastEventId();
    // The first greeting is where the batches begin.
    this.lastEventId ??= lastEventId;
    const health: Message = { kind: 'health', data: await this.report.make() };
    const missed = since === null ? [] : await this.messagesBetween(since, lastEventId);
    return { lastEventId, messages: [...missed, health] };
  }

  onApplicationShutdown(): void {
    this.rest();
    this.listeners.clear();
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.version = undefined;
    this.lastEventId = undefined;
  }

  private async poll(): Promise<void> {
    if (this.isPolling) return;
    this.isPolling = true;
    try {
      const messages = await this.findNews();
      const batch = { lastEventId: this.lastEventId ?? 0, messages };
      if (messages.length > 0) for (const listener of this.listeners) listener(batch);
    } catch (error) {
      // The stores may be gone for a while (deleted, locked): listeners notice the silence.
      this.log.debug({ message: 'stores cannot be read', error: String(error) });
    } finally {
      this.isPolling = false;
    }
  }

  private async findNews(): Promise<Message[]> {
    const before = this.lastEventId;
    if (before === undefined) return [];
    const live = await this.stores.live();
    const version = await live.version();
    const isHealthDue = Date.now() - this.healthAt >= HEALTH_MS;
    if (version === this.version && !isHealthDue) return [];
    const last = await live.lastEventId();
    const news = await this.messagesBetween(before, last);
    this.lastEventId = last;
    const products = before === last ? [] : await this.findChangedUse();
    if (products.length > 0) news.push({ kind: 'usage', data: { products } });
    const health = await this.report.make();
    this.version = version;
    this.healthAt = health.asOf;
    return [...news, { kind: 'health', data: health }];
  }

  private async messagesBetween(before: number, last: number): Promise<Message[]> {
    if (before === last) return [];
    // A position ahead of the history is one of another history: only a fresh start helps.
    if (before > last || last - before > MAX_EVENTS) {
      return [{ kind: 'resync', data: { lastEventId: last } }];
    }
    const history = await this.stores.history();
    const now = Date.now();
    const rows = await history.sessions.changed(before, last);
    const changed = rows.map((row) => toSessionDto(row, now));
    const opened = changed.filter(({ endedAt }) => endedAt === null);
    const closed = changed.filter(({ endedAt }) => endedAt !== null);
    const denials = (await history.denialsBetween(before, last)).map(toEventDto);
    const messages: Message[] = [];
    if (changed.length > 0) messages.push({ kind: 'sessions', data: { opened, closed } });
    if (denials.length > 0) messages.push({ kind: 'denial', data: { denials } });
    return messages;
  }

  /** Products whose figures differ from the last time; those out of use come with zeros. */
  private async findChangedUse(): Promise<ProductInUseDto[]> {
    const live = await this.stores.live();
    const rows = (await live.inUse(ALL_NAMES)).map(toProductInUseDto);
    const now = new Map(rows.map((row) => [toProductKey(row), row]));
    const before = this.inUse;
    this.inUse = now;
    const gone = [...before].filter(([key]) => !now.has(key)).map(([, row]) => notInUse(row));
    const isChanged = (row: ProductInUseDto) =>
      JSON.stringify(before.get(toProductKey(row))) !== JSON.stringify(row);
    return [...rows.filter(isChanged), ...gone];
  }
}
