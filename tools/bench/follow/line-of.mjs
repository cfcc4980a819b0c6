/** A usage line with invented names; `number` sets its stamp, one second each. */
export function lineOf(action, number, user, session = number) {
  const at = new Date(Date.UTC(2025, 4, 19) + number * 1000).toISOString();
  const stamp = `${at.slice(0, 10).replaceAll('-', '/')} ${at.slice(11, 19)}:000`;
  const id = session.toString(16).toUpperCase().padStart(16, '0');
  return `${stamp} I USGTRACING  ${action}!!MD2!${id}!Dassault Systemes V5!ConcurrentUser!1!STD!WS-1 (41A0000000000001-0a000001.1)!10.0.0.1!${user}\n`;
}
