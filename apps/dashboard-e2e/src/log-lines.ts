const two = (value: number) => String(value).padStart(2, '0');

/** The stamp of an instant as a server in Paris writes it. */
function stamp(at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
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
  readonly at?: number;
}

/** A usage line with invented names, stamped now unless told otherwise. */
export function usageLine(
  action: 'Grant' | 'Detachment',
  { user, product = 'MD2', at = Date.now() }: LineWords,
): string {
  const id = Buffer.from(user).toString('hex').toUpperCase().padStart(16, '0').slice(0, 16);
  return `${stamp(at)} I USGTRACING  ${action}!!${product}!${id}!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!${user}\n`;
}

/** A line of the server about anything else, stamped now. */
export const stampedLine = (text: string): string => `${stamp(Date.now())} ${text}\n`;
