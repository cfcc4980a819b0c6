import { httpResource } from '@angular/common/http';
import type { TimelineDto, TimelineGroupDto } from '@license-monitor/api-contract';
import type { FiguresRequest } from '../view-state/figures-request';
import { API, type ApiResource } from './api-client';
import { toParams } from './params';

/** Which lanes of which sessions to fetch. */
export interface TimelineRequest extends FiguresRequest {
  readonly group: TimelineGroupDto;
  /** How many lanes to leave out before the first. */
  readonly skip: number;
}

/** Fetches sessions as lanes of bars. */
export function timelineResource(request: () => TimelineRequest): ApiResource<TimelineDto> {
  return httpResource<TimelineDto>(() => ({
    url: `${API}/timeline`,
    params: toParams({ ...request() }),
  }));
}
