const two = (value: number) => String(value).padStart(2, '0');

/** The stamp of an instant as a server writes it whose clock runs in a zone. */
export function stamp(at: number, timeZone = 'Europe/Paris'): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}/${part('month')}/${part('day')}`;
  const time = `${two(Number(part('hour')))}:${part('minute')}:${part('second')}`;
  return `${date} ${time}:${String(at % 1000).padStart(3, '0')}`;
}

export interface LineWords {
  readonly user: string;
  readonly product?: string;
  readonly host?: string;
  readonly at?: number;
  /** The zone of the server's clock. */
  readonly zone?: string;
}

/** The machine of those who are given none. */
const HOST = 'WS-0042';

/** A usage line with invented names, stamped now unless told otherwise. */
export function usageLine(
  action: 'Grant' | 'Detachment',
  { user, product = 'MD2', host = HOST, at = Date.now(), zone }: LineWords,
): string {
  const id = toSessionId(`${user}${host === HOST ? '' : host}`);
  return `${stamp(at, zone)} I USGTRACING  ${action}!!${product}!${id}!Dassault Systemes V5!ConcurrentUser!1!STD!${host} (41A0000000000001-0a00002a.1)!10.0.0.42!${user}\n`;
}

/** A line of the server about anything else, stamped now. */
export const stampedLine = (text: string): string => `${stamp(Date.now())} ${text}\n`;

/** A line about a request that was refused, for a reason in the server's words. */
export function denialLine(
  reason: string,
  { user, product = 'MD2', host = HOST, at = Date.now(), zone }: LineWords,
): string {
  return `${stamp(at, zone)} W LICENSESERV ${product} not granted, ${reason} ( from client ${host} (41A0000000000001-0a00002a.1)/10.0.0.42|${user}|${user}|CNEXT.exe )\n`;
}

/** A line about the licence server itself. */
export function serverLine(
  happening: 'start' | 'stop',
  { at, zone }: { readonly at: number; readonly zone?: string },
): string {
  const text = {
    start: 'I STARTSERVER Licensing service started',
    stop: 'I STOPSERVER  License server stopped',
  };
  return `${stamp(at, zone)} ${text[happening]}\n`;
}

/** Ends of names differ more often than their beginnings. */
const toSessionId = (name: string): string =>
  Buffer.from(name).toString('hex').toUpperCase().padStart(16, '0').slice(-16);
