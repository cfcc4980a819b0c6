import { toDotted } from './parse-client.js';

/** The parts of an internal id that names user, machine and session (log-format.md §2.5). */
export interface InternalId {
  readonly user: string;
  /** Windows domain; null where none is written. */
  readonly domain: string | null;
  /** Windows security identifier, `S-1-5-21-…`; null where none is written. */
  readonly sid: string | null;
  /** Address of the client, dotted. */
  readonly ipv4: string;
  readonly display: string;
  /** Id of the client computer: three letters, `-`, 16 hexadecimal digits. */
  readonly computer: string;
}

/** What every id of a machine ends with: address, display and computer. */
const MACHINE = /\.([\da-f]{8})\.(\d{1,5})\.([A-Z]{3}-[\da-f]{16})$/i;
/** What the expression finds: all, and its three groups, none of which is optional. */
type MachineMatch = readonly [all: string, address: string, display: string, computer: string];

const SID = /\.(S-\d+(?:-\d+)+)$/;

/**
 * Takes `USER@DOMAIN.SID.IPHEX.DISPLAY.XXX-HWID` apart, from its end, because user and domain may
 * hold dots. The ids of the other licence models are a name alone.
 *
 * @returns null where the id does not end as the id of a machine does.
 *
 * @example
 * parseInternalId('ALICE@CORP.S-1-5-21-1-2-3-1001.0A00002A.1.ABC-41A0000000000001')?.domain // 'CORP'
 */
export function parseInternalId(text: string): InternalId | null {
  const machine = MACHINE.exec(text);
  if (machine === null) return null;
  const [, address, display, computer] = machine as unknown as MachineMatch;
  return {
    ...parseAccount(text.slice(0, machine.index)),
    ipv4: toDotted(address),
    display,
    computer,
  };
}

function parseAccount(text: string): Pick<InternalId, 'user' | 'domain' | 'sid'> {
  const sid = SID.exec(text);
  const name = sid === null ? text : text.slice(0, sid.index);
  const at = name.lastIndexOf('@');
  return {
    user: at < 0 ? name : name.slice(0, at),
    domain: at < 0 ? null : name.slice(at + 1),
    sid: sid?.[1] ?? null,
  };
}

/** Whether a text ends as the internal id of a machine does. */
export const endsInternalId = (text: string): boolean => MACHINE.test(text);
