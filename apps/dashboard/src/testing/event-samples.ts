import type { EventDto, EventPageDto } from '@license-monitor/api-contract';
import { NOW } from './samples';

/** A grant: ann was granted CAT just now. */
export function anEvent(patch: Partial<EventDto> = {}): EventDto {
  return {
    id: 100,
    type: 'grant',
    at: NOW,
    timeFlag: null,
    server: 'lic1',
    product: 'CAT',
    editor: 'Dassault Systemes',
    user: 'ann',
    host: 'ws-101',
    quantity: 1,
    reason: null,
    source: { file: 'LicenseServer20261124000000.log', byteOffset: 0 },
    ...patch,
  };
}

/** A page of events, the last one. */
export const events = (...items: readonly EventDto[]): EventPageDto => ({
  items,
  nextCursor: null,
});
