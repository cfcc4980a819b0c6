/** A machine that asks for licences. */
export interface Machine {
  readonly host: string;
  /** 16 upper-case hexadecimal digits. */
  readonly hardwareId: string;
  readonly ip: string;
  /** The address as eight lower-case hexadecimal digits. */
  readonly ipHex: string;
}

/** One person at one display of one machine, with the texts the log repeats about them. */
export interface Workplace {
  readonly user: string;
  readonly host: string;
  /** 0 for a job without a screen, 1 and up for a Windows session. */
  readonly display: number;
  /** `<hardware id>-<ip in hex>.<display>`. */
  readonly computerId: string;
  readonly ip: string;
  /** `HOST (computer id)`. */
  readonly client: string;
  /** The fields of a usage line from client to user. */
  readonly clientFields: string;
  /** User and computer id in one: who shares a floating licence. */
  readonly seat: string;
  /** What identifies a floating licence: user, machine and display. */
  readonly internalId: string;
}

/** What kind of machine; each kind has host names and addresses of its own. */
export type MachineKind = 'workstation' | 'shared' | 'node';

const KINDS = {
  workstation: { prefix: 'WS-', network: 0, hardware: '41A0' },
  shared: { prefix: 'LAB-', network: 200, hardware: '42C3' },
  node: { prefix: 'cn-', network: 220, hardware: '43DD' },
} as const;

/** The n-th machine of a kind, n from 1 to about a million; all are in 10.0.0.0/8. */
export function machineOf(kind: MachineKind, number: number): Machine {
  const { prefix, network, hardware } = KINDS[kind];
  const octets = [10, network + (number >> 16), (number >> 8) & 255, number & 255];
  return {
    host: `${prefix}${String(number).padStart(4, '0')}`,
    hardwareId: hardware + number.toString(16).toUpperCase().padStart(12, '0'),
    ip: octets.join('.'),
    ipHex: octets.map((octet) => octet.toString(16).padStart(2, '0')).join(''),
  };
}

/** Seats a person (with a Windows account number) at a display of a machine. */
export function workplaceOf(
  person: { readonly user: string; readonly account: number },
  machine: Machine,
  display: number,
): Workplace {
  const { host, hardwareId, ip, ipHex } = machine;
  const { user, account } = person;
  const computerId = `${hardwareId}-${ipHex}.${display}`;
  const sid = `S-1-5-21-1-2-3-${account}`;
  const client = `${host} (${computerId})`;
  const where = `${ipHex.toUpperCase()}.${display}.ABC-${hardwareId}`;
  return {
    user,
    host,
    display,
    computerId,
    ip,
    client,
    clientFields: `${client}!${ip}!${user}`,
    seat: `${user} ${computerId}`,
    internalId: `${user.toUpperCase()}@CORP.${sid}.${where}`,
  };
}
