import {
  classifyDenials,
  type DenialWindows,
  type DeniedRequest,
} from '@license-monitor/analytics';
import type { DeniedRequestDto } from '@license-monitor/api-contract';
import type { AnsweredDenial, HistoryReader, SessionFilter } from '@license-monitor/db';
import type { ReadUntil } from '../observed/coverage-report';
import { causeOf } from './denial-cause';

/** How far before a range its first requests may have begun, in milliseconds; it is doubled. */
const LOOK_BACK_MS = 15 * 60_000;
const LONGEST_LOOK_BACK_MS = 24 * 60 * 60_000;

/** A refused request with the rows it is made of. */
export type FoundRequest = DeniedRequest<AnsweredDenial>;

/** What requests are looked for, and up to when the logs were read. */
export interface RequestSearch {
  readonly filter: SessionFilter & { readonly from: number; readonly to: number };
  readonly windows: DenialWindows;
  readonly readUntil: ReadUntil;
}

/** The requests that began in a range, oldest first. */
export interface FoundRequests {
  readonly requests: readonly FoundRequest[];
  /** Also those that began before the range and were asked for in it again. */
  readonly touching: readonly FoundRequest[];
}

/**
 * Finds the refused requests that began within a range. They are classified when they are asked
 * for, so other windows are other answers at once, for all of history (ADR 0013).
 */
export async function findDeniedRequests(
  history: HistoryReader,
  search: RequestSearch,
): Promise<FoundRequests> {
  const { from, to } = search.filter;
  for (let lookBackMs = LOOK_BACK_MS; ; lookBackMs *= 2) {
    const rows = await readRows(history, search, from - lookBackMs);
    const requests = classify(rows, search);
    const isCut = requests.some(
      ({ firstAt, lastAt }) =>
        lastAt >= from && firstAt < from - lookBackMs + search.windows.burstMs,
    );
    // A client that has asked for a day without a pause is one request of that day.
    if (isCut && lookBackMs < LONGEST_LOOK_BACK_MS) continue;
    return {
      requests: requests.filter(({ firstAt }) => firstAt >= from && firstAt < to),
      touching: requests,
    };
  }
}

/** Reads somewhat beyond the range, so that requests of its last seconds are whole. */
function readRows(
  history: HistoryReader,
  { filter, windows }: RequestSearch,
  from: number,
): Promise<AnsweredDenial[]> {
  const window = { beforeMs: windows.redirectMs, afterMs: windows.retryMs };
  return history.denials.answered({ ...filter, from, to: filter.to + windows.retryMs }, window);
}

/** A server that is followed no longer tells of no grant: what it refused last is not known to be lost. */
function classify(
  rows: readonly AnsweredDenial[],
  { readUntil, windows }: RequestSearch,
): FoundRequest[] {
  const grants = rows.filter(isGranted).map(({ grantedAt: at, key }) => ({ at, key }));
  const untilOf = ({ server }: AnsweredDenial) => readUntil.ofPool.get(server) ?? readUntil.latest;
  return classifyDenials(rows, grants, untilOf, windows);
}

const isGranted = (row: AnsweredDenial): row is AnsweredDenial & { readonly grantedAt: number } =>
  row.grantedAt !== null;

export function toDeniedRequestDto(request: FoundRequest): DeniedRequestDto {
  const { first, firstAt, lastAt, denials, outcome, waitMs } = request;
  return {
    id: first.id,
    at: firstAt,
    lastAt,
    denials: denials.length,
    server: first.server,
    product: first.product,
    user: first.user,
    host: first.host,
    cause: causeOf(first),
    reason: first.text,
    outcome,
    waitMs,
  };
}
