import { splitMachine, toMachine, type Machine } from '../lines/machine.js';

/**
 * Takes `WS-0042 (41A0000000000001-0a00002a.1)/10.0.0.42` apart. The address may be missing, and
 * everything but the host.
 */
export function parseMachine(text: string): Machine {
  const [client, ip] = splitMachine(text);
  return toMachine(client.trim(), ip.trim());
}
