import type { SessionDto } from '@license-monitor/api-contract';
import { toProductKey } from './product-key';

/** The keys by which sessions are counted. */
export interface SessionKeys {
  readonly product: string;
  /** A product and who uses it. */
  readonly holder: string;
  /**
   * The licence that a session takes part in. A concurrent user takes one per product and computer,
   * however many sessions run on it; a named user is one, however many computers or servers.
   */
  readonly license: string;
}

const known = new WeakMap<SessionDto, SessionKeys>();

/** Returns the keys of a session. They are written once, as each live change counts all sessions anew. */
export function keysOf(session: SessionDto): SessionKeys {
  const written = known.get(session);
  if (written !== undefined) return written;
  const keys = writeKeys(session);
  known.set(session, keys);
  return keys;
}

function writeKeys(session: SessionDto): SessionKeys {
  const { server, user, host, display, model } = session;
  const product = toProductKey(session);
  const holder = `${product}\n${user}`;
  const license =
    model === 'namedUser' ? holder : `${holder}\n${server}\n${host}\n${display ?? ''}`;
  return { product, holder, license };
}
