import { httpResource } from '@angular/common/http';
import type {
  EntitlementsDto,
  HourOfWeekDto,
  LoadDurationDto,
  WhatIfDto,
} from '@license-monitor/api-contract';
import type { FiguresRequest } from '../view-state/figures-request';
import { API, type ApiResource } from './api-client';
import { toParams } from './params';

/** Fetches the load duration of products; nothing while there is no request. */
export function loadDurationResource(
  request: () => FiguresRequest | null,
): ApiResource<LoadDurationDto> {
  return httpResource<LoadDurationDto>(() => {
    const asked = request();
    return asked === null
      ? undefined
      : { url: `${API}/usage/load-duration`, params: toParams({ ...asked }) };
  });
}

/** Fetches the hours of the week of products, by the clock of a zone. */
export function hourOfWeekResource(
  request: () => FiguresRequest | null,
  zone: () => string,
): ApiResource<HourOfWeekDto> {
  return httpResource<HourOfWeekDto>(() => {
    const asked = request();
    return asked === null
      ? undefined
      : { url: `${API}/usage/hour-of-week`, params: toParams({ ...asked, zone: zone() }) };
  });
}

/** Fetches the replay of the demand with a number of licences; nothing while there is none. */
export function whatIfResource(
  request: () => FiguresRequest | null,
  seats: () => number | null,
): ApiResource<WhatIfDto> {
  return httpResource<WhatIfDto>(() => {
    const asked = request();
    const number = seats();
    return asked === null || number === null
      ? undefined
      : { url: `${API}/capacity/what-if`, params: toParams({ ...asked, seats: number }) };
  });
}

/** Fetches what is owned, of all products and of all times. */
export function entitlementsResource(
  server: () => readonly string[],
): ApiResource<EntitlementsDto> {
  return httpResource<EntitlementsDto>(() => ({
    url: `${API}/entitlements`,
    params: { server: server() },
  }));
}
