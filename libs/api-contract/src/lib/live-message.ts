import type { HealthDto } from './health';
import type { EventDto } from './event';
import type { ProductInUseDto, SessionDto } from './session';

/**
 * What `GET /api/v1/stream` sends. The SSE field `event` is the kind, `data` the JSON below. Messages
 * come in batches; the last one of a batch carries `id`, the id of the last history event included.
 */
export interface LiveMessages {
  /** Sessions opened or closed; a closed one carries its end. */
  readonly sessions: {
    readonly opened: readonly SessionDto[];
    readonly closed: readonly SessionDto[];
  };
  /** The products whose figures changed; a product that went out of use comes with zeros. */
  readonly usage: { readonly products: readonly ProductInUseDto[] };
  readonly denial: { readonly denials: readonly EventDto[] };
  readonly health: HealthDto;
  /** Too much happened to tell one by one: fetch the page anew. */
  readonly resync: { readonly lastEventId: number };
}

export type LiveMessageKind = keyof LiveMessages;
