import { httpResource } from '@angular/common/http';
import type { SubjectDto, SubjectKindDto } from '@license-monitor/api-contract';
import type { FiguresRequest } from '../view-state/figures-request';
import { API, type ApiResource } from './api-client';
import { toParams } from './figures-client';

/** One product, user or host. */
export interface SubjectRef {
  readonly kind: SubjectKindDto;
  readonly key: string;
}

/** Fetches all about one subject over a range, by the days of a zone; nothing while there is none. */
export function subjectResource(
  request: () => (SubjectRef & Pick<FiguresRequest, 'from' | 'to'> & { zone: string }) | null,
): ApiResource<SubjectDto> {
  return httpResource<SubjectDto>(() => {
    const asked = request();
    if (asked === null) return undefined;
    const { kind, key, ...params } = asked;
    return {
      url: `${API}/subjects/${kind}/${encodeURIComponent(key)}`,
      params: toParams(params),
    };
  });
}
