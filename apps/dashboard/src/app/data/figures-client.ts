import { httpResource } from '@angular/common/http';
import type {
  DeniedRequestsDto,
  DenialExplanationDto,
  DenialSeriesDto,
  UsageSeriesDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import type { FiguresRequest } from '../view-state/figures-request';
import type { ViewQuery } from '../view-state/view-query';
import { API, type ApiResource } from './api-client';
import type { ApiList } from './file-client';
import { toParams } from './params';

/** Which denied requests to fetch, and after how long one counts as lost. */
export interface DeniedRequestsRequest
  extends FiguresRequest, Pick<ViewQuery, 'cause' | 'outcome' | 'retryMinutes'> {
  readonly cursor: string | null;
  readonly limit: number;
}

/**
 * Fetches use over time of one to six products; nothing while there is none. Call it in an injection
 * context, as all functions of this file.
 */
export function usageSeriesResource(
  request: () => (FiguresRequest & { readonly buckets: number }) | null,
): ApiResource<UsageSeriesDto> {
  return httpResource<UsageSeriesDto>(() => {
    const asked = request();
    return asked === null
      ? undefined
      : { url: `${API}/usage/series`, params: toParams({ ...asked }) };
  });
}

/** Fetches the figures of products over a range; nothing while there is no request. */
export function usageSummaryResource(
  request: () => FiguresRequest | null,
): ApiResource<UsageSummaryDto> {
  return httpResource<UsageSummaryDto>(() => {
    const asked = request();
    return asked === null
      ? undefined
      : { url: `${API}/usage/summary`, params: toParams({ ...asked }) };
  });
}

/** The list of denied requests, of which a request is for one page. */
export const deniedRequestsList = (request: DeniedRequestsRequest): ApiList => ({
  url: `${API}/denials`,
  params: toParams({ ...request }),
});

/** Fetches one page of denied requests, the last one first. */
export function deniedRequestsResource(
  request: () => DeniedRequestsRequest,
): ApiResource<DeniedRequestsDto> {
  return httpResource<DeniedRequestsDto>(() => deniedRequestsList(request()));
}

/** Fetches denied requests along time, all of the range in equal times. */
export function denialSeriesResource(
  request: () => Omit<DeniedRequestsRequest, 'cursor' | 'limit'> & { readonly buckets: number },
): ApiResource<DenialSeriesDto> {
  return httpResource<DenialSeriesDto>(() => ({
    url: `${API}/denials/series`,
    params: toParams({ ...request() }),
  }));
}

/** Fetches why somebody was refused; nothing while there is no id. */
export function denialExplanationResource(
  request: () => { readonly id: string; readonly retryMinutes: number } | null,
): ApiResource<DenialExplanationDto> {
  return httpResource<DenialExplanationDto>(() => {
    const asked = request();
    if (asked === null) return undefined;
    const { id, retryMinutes } = asked;
    return { url: `${API}/denials/${encodeURIComponent(id)}/explain`, params: { retryMinutes } };
  });
}
