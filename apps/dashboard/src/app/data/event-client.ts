import { httpResource } from '@angular/common/http';
import type { EventId, EventPageDto, EventTypeDto } from '@license-monitor/api-contract';
import { API, type ApiResource } from './api-client';

/**
 * Fetches the first event of some types, in the order in which they were read, and again whenever the
 * history has grown; nothing while `lastEventId` is null. Call it in an injection context.
 */
export function firstEventResource(
  types: readonly EventTypeDto[],
  lastEventId: () => EventId | null,
): ApiResource<EventPageDto> {
  return httpResource<EventPageDto>(() =>
    lastEventId() === null
      ? undefined
      : { url: `${API}/events`, params: { type: types, sort: 'id', limit: 1 } },
  );
}
