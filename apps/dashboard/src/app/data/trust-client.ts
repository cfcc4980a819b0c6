import { httpResource } from '@angular/common/http';
import type { CoverageDto, FindingsDto } from '@license-monitor/api-contract';
import type { FiguresRequest } from '../view-state/figures-request';
import { API, type ApiResource } from './api-client';
import { toParams } from './params';

/** Fetches for which times use was measured; nothing while there is no request. */
export function coverageResource(request: () => FiguresRequest | null): ApiResource<CoverageDto> {
  return httpResource<CoverageDto>(() => {
    const asked = request();
    return asked === null ? undefined : { url: `${API}/coverage`, params: toParams({ ...asked }) };
  });
}

/** Fetches what may make figures wrong, or shows that they are. */
export function findingsResource(request: () => FiguresRequest): ApiResource<FindingsDto> {
  return httpResource<FindingsDto>(() => ({
    url: `${API}/findings`,
    params: toParams({ ...request() }),
  }));
}
