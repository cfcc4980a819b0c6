import type { EpochMs } from '@license-monitor/api-contract';
import { resolveTimePoint } from './time-point';
import type { Subject, ViewQuery } from './view-query';

/** Of whom and when figures are asked for; an empty list means all. */
export interface FiguresRequest extends Readonly<Record<Subject, readonly string[]>> {
  /** From (inclusive); null for seven days before the end. */
  readonly from: EpochMs | null;
  /** To (exclusive); null for the end of what was read. */
  readonly to: EpochMs | null;
}

/** Makes the request for figures of a view; relative times are meant at `now`. */
export function toFiguresRequest(query: ViewQuery, now: EpochMs): FiguresRequest {
  const { product, user, host, server, from, to } = query;
  return {
    product,
    user,
    host,
    server,
    from: from && resolveTimePoint(from, now),
    to: to === null || to.kind === 'now' ? null : resolveTimePoint(to, now),
  };
}

/** Whether two requests ask for the same. */
export function isSameRequest<Request>(a: Request, b: Request): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
