import { showPlace } from '@license-monitor/db';

/** Codes of the network, where the server is not reached. */
const NOT_REACHED: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'];

/** Its code, wherever the layers above put it. */
function codeOf(error: unknown): string {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return String(driverError?.code ?? code ?? '');
}

/** Says what went wrong with a PostgreSQL database and how to mend it, in words for the operator. */
export function describePostgresTrouble(error: unknown, url: string): string {
  const place = showPlace(url);
  const code = codeOf(error);
  if (NOT_REACHED.includes(code)) {
    return `${place} cannot be reached (${code}). Start PostgreSQL, or correct DATABASE_URL. Reading has stopped and goes on by itself; nothing is lost.`;
  }
  switch (code) {
    case '28P01':
    case '28000':
      return `${place} does not let us in: ${(error as Error).message}. Correct the role in DATABASE_URL, its password, or pg_hba.conf.`;
    case '53100':
      return `The disk of ${place} is full. Free some space; reading has stopped and goes on by itself, nothing is lost.`;
    case '42501':
      return `The role of ${place} may not write: ${(error as Error).message}. The monitor's role must own its tables.`;
    default:
      return `${place}: ${(error as Error).message}. Reading has stopped and is tried again; nothing is lost.`;
  }
}
