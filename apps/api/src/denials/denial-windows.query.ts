import { DENIAL_WINDOWS, type DenialWindows } from '@license-monitor/analytics';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsWholeNumber } from '../http/whole-number';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

function Whole(description: string, most: number, fallback: number): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [
      ApiPropertyOptional({
        type: 'integer',
        minimum: 0,
        maximum: most,
        default: fallback,
        description,
      }),
      IsOptional(),
      IsWholeNumber(0, most),
    ]) {
      decorate(target, property);
    }
  };
}

/** The windows by which refusals are judged; see docs/definitions.md. */
export interface WindowsQuery {
  readonly burstSeconds?: number;
  readonly redirectSeconds?: number;
  readonly retryMinutes?: number;
}

/** Gives a query the parameters of `WindowsQuery`. */
export const BurstSeconds = Whole(
  'Refusals of one person and product no further apart are one request, in seconds',
  600,
  DENIAL_WINDOWS.burstMs / SECOND_MS,
);
export const RedirectSeconds = Whole(
  'A grant so near means that the client got a licence elsewhere, in seconds',
  600,
  DENIAL_WINDOWS.redirectMs / SECOND_MS,
);
export const RetryMinutes = Whole(
  'A request without a grant within this time is lost, in minutes',
  24 * 60,
  DENIAL_WINDOWS.retryMs / MINUTE_MS,
);

export function toWindows(query: WindowsQuery): DenialWindows {
  const { burstSeconds, redirectSeconds, retryMinutes } = query;
  return {
    burstMs: burstSeconds === undefined ? DENIAL_WINDOWS.burstMs : burstSeconds * SECOND_MS,
    redirectMs:
      redirectSeconds === undefined ? DENIAL_WINDOWS.redirectMs : redirectSeconds * SECOND_MS,
    retryMs: retryMinutes === undefined ? DENIAL_WINDOWS.retryMs : retryMinutes * MINUTE_MS,
  };
}
