import type { HealthDto } from './health';
import type { EventDto } from './event';
import type { ProductInUseDto, SessionDto } from './session';
import type { EventId } from './units';

/** Sessions opened or closed. */
export interface SessionNewsDto {
  /** Those that were opened, or changed while they are open. */
  readonly opened: readonly SessionDto[];
  /** Those that were closed; each carries its end. */
  readonly closed: readonly SessionDto[];
}

/** The products whose figures changed. */
export interface UseNewsDto {
  /** A product that went out of use comes with zeros. */
  readonly products: readonly ProductInUseDto[];
}

/** Requests that were refused. */
export interface DenialNewsDto {
  /** In the order in which they were read. */
  readonly denials: readonly EventDto[];
}

/** Too much happened to tell one by one: fetch the page anew. */
export interface ResyncDto {
  /** Id of the last event; what the page shows then includes it. */
  readonly lastEventId: EventId;
}

/**
 * What `GET /api/v1/stream` sends. The SSE field `event` is the kind, `data` the JSON below. Messages
 * come in batches; the last one of a batch carries `id`, the id of the last history event included.
 */
export interface LiveMessages {
  /** Sessions opened or closed; a closed one carries its end. */
  readonly sessions: SessionNewsDto;
  /** The products whose figures changed; a product that went out of use comes with zeros. */
  readonly usage: UseNewsDto;
  /** Requests that were refused. */
  readonly denial: DenialNewsDto;
  /** How the logs are being read; told first, and every five seconds. */
  readonly health: HealthDto;
  /** Too much happened to tell one by one: fetch the page anew. */
  readonly resync: ResyncDto;
}

/** What a message is about: the SSE field `event`. */
export type LiveMessageKind = keyof LiveMessages;
