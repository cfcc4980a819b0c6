import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsWholeNumber } from '../http/whole-number';

/** Two for each point of a wide screen. */
const MAX_BUCKETS = 2400;
export const DEFAULT_BUCKETS = 400;

/** Gives a query the parameter `buckets`. */
export function Buckets(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [
      ApiPropertyOptional({
        type: 'integer',
        minimum: 1,
        maximum: MAX_BUCKETS,
        default: DEFAULT_BUCKETS,
        description: 'Into how many equal times the range is cut',
      }),
      IsOptional(),
      IsWholeNumber(1, MAX_BUCKETS),
    ]) {
      decorate(target, property);
    }
  };
}

/** How long each of the equal times is, in whole milliseconds. */
export const toBucketMs = (
  { from, to }: { readonly from: number; readonly to: number },
  buckets: number,
): number => Math.max(1, Math.ceil((to - from) / buckets));
