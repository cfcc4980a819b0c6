/** A usage line with invented names; `second` sets its stamp. */
export function usageLine(
  action: 'Grant' | 'Detachment' | 'TimeOut',
  second: number,
  {
    user = 'ann',
    session = user,
    product = 'MD2',
  }: { user?: string; session?: string; product?: string } = {},
): string {
  const id = Buffer.from(session).toString('hex').toUpperCase().padStart(16, '0').slice(-16);
  const stamp = new Date(Date.UTC(2025, 4, 19, 8) + second * 1000).toISOString();
  const time = `${stamp.slice(0, 10).replaceAll('-', '/')} ${stamp.slice(11, 19)}:000`;
  return `${time} I USGTRACING  ${action}!!${product}!${id}!Dassault Systemes V5!ConcurrentUser!1!STD!WS-1 (41A0-0a000001.1)!10.0.0.1!${user}\n`;
}

export const grantLine = (
  second: number,
  words?: { user?: string; session?: string; product?: string },
) => usageLine('Grant', second, words);
export const detachmentLine = (second: number, words?: { user?: string; session?: string }) =>
  usageLine('Detachment', second, words);
