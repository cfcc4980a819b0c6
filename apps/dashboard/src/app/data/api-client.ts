import { httpResource, type HttpResourceRef } from '@angular/common/http';
import type {
  EpochMs,
  HealthDto,
  OpenSessionsDto,
  OverviewDto,
  Page,
  SessionDto,
} from '@license-monitor/api-contract';
import type { ApiList } from './file-client';
import { toParams } from './params';

/** Where the API answers. */
export const API = '/api/v1';

/** An answer of the API that is fetched again whenever its request changes. */
export type ApiResource<Answer> = HttpResourceRef<Answer | undefined>;

/** Which closed sessions to fetch; an empty list means all. */
export interface ClosedSessionsRequest {
  readonly product: readonly string[];
  readonly user: readonly string[];
  readonly host: readonly string[];
  readonly server: readonly string[];
  /** From (inclusive); null for the beginning of the history. */
  readonly from: EpochMs | null;
  /** To (exclusive); null for no end. */
  readonly to: EpochMs | null;
  readonly cursor: string | null;
  readonly limit: number;
}

/**
 * Fetches the overview for a zone; nothing while there is none. Call it in an injection context,
 * as all functions of this file.
 */
export function overviewResource(zone: () => string | null): ApiResource<OverviewDto> {
  return httpResource<OverviewDto>(() => {
    const name = zone();
    return name === null ? undefined : { url: `${API}/overview`, params: { zone: name } };
  });
}

/** Fetches all open sessions; they are narrowed in the browser, where changes arrive as well. */
export function openSessionsResource(): ApiResource<OpenSessionsDto> {
  return httpResource<OpenSessionsDto>(() => ({
    url: `${API}/sessions`,
    params: { status: 'open' },
  }));
}

/** Fetches the sessions that were open at an instant of the past; nothing while there is none. */
export function sessionsAtResource(at: () => EpochMs | null): ApiResource<OpenSessionsDto> {
  return httpResource<OpenSessionsDto>(() => {
    const instant = at();
    return instant === null
      ? undefined
      : { url: `${API}/sessions`, params: { status: 'open', at: instant } };
  });
}

/** The list of closed sessions, newest end first, of which a request is for one page. */
export const closedSessionsList = (request: ClosedSessionsRequest): ApiList => ({
  url: `${API}/sessions`,
  params: toParams({ status: 'closed', ...request }),
});

/** Fetches one page of closed sessions. */
export function closedSessionsResource(
  request: () => ClosedSessionsRequest,
): ApiResource<Page<SessionDto>> {
  return httpResource<Page<SessionDto>>(() => closedSessionsList(request()));
}

/** Fetches what the monitor says about itself. */
export function healthResource(): ApiResource<HealthDto> {
  return httpResource<HealthDto>(() => `${API}/health`);
}
