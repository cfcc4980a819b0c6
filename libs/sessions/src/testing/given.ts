import { evolveInPlace } from '../lib/evolve';
import type { SessionChange } from '../lib/session-change';
import { SessionState } from '../lib/session-state';
import type { Seat, Session, SeatModel } from '../lib/session';
import type { SessionEvent } from '../lib/session-event';

/** An event as a test writes it: its id is its place in the story. */
export type Told = SessionEvent extends infer Event
  ? Event extends SessionEvent
    ? Omit<Event, 'id'>
    : never
  : never;

const numbers = new Map<string, number>();

/** The number that stands for a name, the same for a name whenever it is asked. */
function numberOf(name: string): number {
  const known = numbers.get(name) ?? numbers.size + 1;
  numbers.set(name, known);
  return known;
}

export interface SeatWords {
  readonly product?: string;
  readonly user?: string;
  readonly host?: string;
  readonly display?: string;
  readonly sessionId?: string | null;
  readonly model?: SeatModel;
  readonly quantity?: number;
  readonly server?: string;
  /** The member of the cluster `server` whose log says so. */
  readonly member?: string;
}

export function seat(words: SeatWords = {}): Seat {
  const { product = 'MD2', user = 'ann', host = 'ws1', display = '1', server = 'lic1' } = words;
  return {
    serverId: numberOf(server),
    productId: numberOf(product),
    sessionId: words.sessionId === undefined ? `${user}@${host}` : words.sessionId,
    userId: numberOf(user),
    hostId: numberOf(host),
    clientId: numberOf(`${host}.${display}`),
    model: words.model ?? 'ConcurrentUser',
    quantity: words.quantity ?? 1,
  };
}

const use =
  (type: 'grant' | 'detachment' | 'timeout') =>
  (at: number, words?: SeatWords): Told => ({
    type,
    at,
    seat: seat(words),
    member: words?.member === undefined ? null : numberOf(words.member),
  });
export const grant = use('grant');
export const detachment = use('detachment');
export const timeout = use('timeout');
const serverState =
  (type: 'serverStart' | 'serverStop') =>
  (at: number, server = 'lic1', member?: string): Told => ({
    type,
    at,
    serverId: numberOf(server),
    member: member === undefined ? null : numberOf(member),
  });
export const serverStart = serverState('serverStart');
export const serverStop = serverState('serverStop');
export const sweep = (
  at: number,
  sweptId: number,
  rule: 'presumedLost' | 'serverRestart',
): Told => ({
  type: 'sweep',
  at,
  sweptId,
  rule,
});

/** Given what the log told so far, what does the next event change? */
export function given(...story: readonly Told[]) {
  const state = new SessionState();
  const tell = (event: Told, id: number) => evolveInPlace(state, { ...event, id } as SessionEvent);
  let told = 0;
  for (const event of story) tell(event, ++told);
  return {
    open: (): Session[] => [...state.openSessions()],
    when: (event: Told): readonly SessionChange[] => tell(event, ++told),
  };
}
