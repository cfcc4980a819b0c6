import { parseClient } from './parse-client.js';
import type { ClientRef } from './parsed-line.js';

/** A client machine and the address it is connected from. */
export interface Machine {
  readonly client: ClientRef | null;
  readonly ip: string | null;
}

/** What ends the computer id and begins the address. */
export const MACHINE_SEPARATOR = ')/';

/** Cuts `HOST (computer-id)/ip` in two; the address is empty where none is written. */
export function splitMachine(text: string): readonly [client: string, ip: string] {
  const at = text.lastIndexOf(MACHINE_SEPARATOR);
  return at < 0 ? [text, ''] : [text.slice(0, at + 1), text.slice(at + MACHINE_SEPARATOR.length)];
}

/** Takes the two apart; what is empty is missing. */
export function toMachine(client: string, ip: string): Machine {
  return { client: client === '' ? null : parseClient(client), ip: ip || null };
}
