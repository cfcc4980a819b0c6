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
        description: 'Into how many equal times the range is cut',
        default: DEFAULT_BUCKETS,
        maximum: MAX_BUCKETS,
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
