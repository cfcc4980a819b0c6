import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type {
  LiveMessageKind,
  LiveMessages,
  ProductInUseDto,
  SessionDto,
} from '@license-monitor/api-contract';
import { ALL_NAMES } from '@license-monitor/db';
import { toEventDto } from '../events/to-event-dto';
import { HealthReport } from '../health/health-report';
import { notInUse, toProductKey } from '../products/product-key';
import { toProductInUseDto, toSessionDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';

/** How often the stores are asked whether something was committed, in milliseconds. */
const POLL_MS = 100;
/**
 * While much happens, batches come no nearer than this, in milliseconds: four a second. What happens
 * after a pause is told at once, and nothing waits longer than half a second in all.
 */
const BATCH_MS = 250;
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

type InUse = ReadonlyMap<string, ProductInUseDto>;

/** A batch, and what is in use after it. */
interface News extends Batch {
  readonly inUse: InUse;
}

/**
 * Turns "something was committed" into messages. It needs no broker: SQLite tells a reader by one
 * number whether another process has committed, and event ids say what is new. Polls only while
 * somebody listens.
 *
 * Batches join without a gap: each begins where the one before it ended. A batch that could not be made
 * is made again, with what came meanwhile.
 */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly log = new Logger('change-feed');
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;
  private version: number | undefined;
  /** Id of the last event that was told; undefined before the first listener. */
  private position: number | undefined;
  private inUse: InUse = new Map();
  private healthAt = 0;
  private newsAt = 0;
  private polling: Promise<void> | undefined;

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
   * What a listener needs first: health, and when it resumes what came after `since`. Subscribe before:
   * the batches with a greater `lastEventId` than the greeting's follow on it, the others are in it.
   *
   * @param since id of the last event that the listener knows; null when it knows nothing.
   */
  async greet(since: number | null): Promise<Batch> {
    await this.polling;
    await (this.polling ??= this.advance().finally(() => (this.polling = undefined)));
    const { position = 0, inUse } = this;
    const missed = since === null ? [] : await this.messagesBetween(since, position);
    const touched = missed.flatMap(({ kind, data }) =>
      kind === 'sessions' ? [...data.opened, ...data.closed] : [],
    );
    if (touched.length > 0)
      missed.push({ kind: 'usage', data: { products: useOf(touched, inUse) } });
    const health: Message = { kind: 'health', data: await this.report.make() };
    return { lastEventId: position, messages: [...missed, health] };
  }

  onApplicationShutdown(): void {
    this.rest();
    this.listeners.clear();
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.version = undefined;
    this.position = undefined;
  }

  private async poll(): Promise<void> {
    if (this.polling !== undefined || Date.now() - this.newsAt < BATCH_MS) return;
    this.polling = this.advance().finally(() => (this.polling = undefined));
    try {
      await this.polling;
    } catch (error) {
      // The stores may be gone for a while (deleted, locked): listeners notice the silence.
      this.log.debug({ message: 'stores cannot be read', error: String(error) });
    }
  }

  /** Tells what is new, and only then counts it as told. */
  private async advance(): Promise<void> {
    const before = this.position;
    const news = await this.findNews(before);
    // Everybody left meanwhile.
    if (news === undefined || this.timer === undefined) return;
    const { inUse, ...batch } = news;
    if (batch.lastEventId !== before) this.newsAt = Date.now();
    this.position = batch.lastEventId;
    this.inUse = inUse;
    if (before !== undefined) for (const listener of this.listeners) listener(batch);
  }

  private async findNews(before: number | undefined): Promise<News | undefined> {
    const live = await this.stores.live();
    const version = await live.version();
    const isHealthDue = Date.now() - this.healthAt >= HEALTH_MS;
    if (before !== undefined && version === this.version && !isHealthDue) return undefined;
    const lastEventId = await live.lastEventId();
    const isNews = lastEventId !== before;
    const inUse = isNews ? await this.readUse() : this.inUse;
    const messages = before === undefined ? [] : await this.messagesBetween(before, lastEventId);
    const products = before === undefined ? [] : findChanges(this.inUse, inUse);
    if (products.length > 0) messages.push({ kind: 'usage', data: { products } });
    const health = await this.report.make();
    this.version = version;
    this.healthAt = health.asOf;
    return { lastEventId, inUse, messages: [...messages, { kind: 'health', data: health }] };
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

  private async readUse(): Promise<InUse> {
    const live = await this.stores.live();
    const rows = (await live.inUse(ALL_NAMES)).map(toProductInUseDto);
    return new Map(rows.map((row) => [toProductKey(row), row]));
  }
}

/** Products whose figures differ; those out of use come with zeros. */
function findChanges(before: InUse, now: InUse): ProductInUseDto[] {
  const isChanged = ([key, row]: [string, ProductInUseDto]) =>
    JSON.stringify(before.get(key)) !== JSON.stringify(row);
  const gone = [...before].filter(([key]) => !now.has(key));
  return [
    ...[...now].filter(isChanged).map(([, row]) => row),
    ...gone.map(([, row]) => notInUse(row)),
  ];
}

/** The figures of the products of some sessions. */
function useOf(sessions: readonly SessionDto[], inUse: InUse): ProductInUseDto[] {
  const touched = new Map(sessions.map((session) => [toProductKey(session), session]));
  return [...touched].map(([key, session]) => inUse.get(key) ?? notInUse(session));
}
