import { parseClient, splitMachine } from '../lines/parse-client.js';
import type { ClientRef } from '../lines/parsed-line.js';

/** A client machine and the address it is connected from. */
export interface Machine {
  readonly client: ClientRef | null;
  readonly ip: string | null;
}

/**
 * Takes `WS-0042 (41A0000000000001-0a00002a.1)/10.0.0.42` apart. The address may be missing, and
 * everything but the host.
 */
export function parseMachine(text: string): Machine {
  const [client = '', ip = ''] = splitMachine(text).map((part) => part.trim());
  return { client: client === '' ? null : parseClient(client), ip: ip || null };
}
