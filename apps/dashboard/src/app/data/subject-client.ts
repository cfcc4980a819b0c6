import { httpResource } from '@angular/common/http';
import type { SearchDto, SubjectDto, SubjectKindDto } from '@license-monitor/api-contract';
import type { FiguresRequest } from '../view-state/figures-request';
import { API, type ApiResource } from './api-client';
import { toParams } from './params';

/** One product, user or host. */
export interface SubjectRef {
  readonly kind: SubjectKindDto;
  readonly key: string;
}

/** Fetches products, users and hosts by a part of their names; nothing while there is no text. */
export function searchResource(text: () => string): ApiResource<SearchDto> {
  return httpResource<SearchDto>(() => {
    const q = text();
    return q === '' ? undefined : { url: `${API}/search`, params: { q } };
  });
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
