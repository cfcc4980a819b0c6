import type { LiveMessageKind, LiveMessages } from '@license-monitor/api-contract';

/** One message of the stream, with its kind. */
export type LiveMessage = {
  readonly [Kind in LiveMessageKind]: {
    readonly kind: Kind;
    /**
     * The position of the stream: the last history event that all messages up to some batch
     * include. Only the last message of a batch moves it, so the messages before that one carry
     * the position before the batch. Null before the first.
     */
    readonly eventId: number | null;
    readonly data: LiveMessages[Kind];
  };
}[LiveMessageKind];

/** All kinds, in no order; each is an SSE event name. */
export const liveMessageKinds: readonly LiveMessageKind[] = [
  'sessions',
  'usage',
  'denial',
  'health',
  'resync',
];

/** Reads one SSE event; null when its data is not JSON. */
export function parseLiveMessage(
  kind: LiveMessageKind,
  data: string,
  lastEventId: string,
): LiveMessage | null {
  const id = lastEventId === '' ? Number.NaN : Number(lastEventId);
  const eventId = Number.isSafeInteger(id) ? id : null;
  try {
    return { kind, eventId, data: JSON.parse(data) } as LiveMessage;
  } catch {
    // SyntaxError: a proxy cut the stream inside a message. The next message or resync heals it.
    return null;
  }
}
