import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, IsTimeZone } from 'class-validator';
import { IsText } from '../http/text';
import { UsageQuery } from './usage.query';
import { IsWholeNumber } from '../http/whole-number';

/** More pictures than these nobody reads beside each other. */
const MAX_PRODUCTS = 6;
/** Two for each point of a wide screen. */
const MAX_BUCKETS = 2400;
const DEFAULT_BUCKETS = 400;

export class PlotQuery extends UsageQuery {
  @ArrayNotEmpty({ message: 'product is missing: name 1 to 6 products' })
  @ArrayMaxSize(MAX_PRODUCTS)
  // What is decorated anew inherits no checks.
  @IsText({ each: true })
  override product: string[] = [];
}

export class SeriesQuery extends PlotQuery {
  @ApiPropertyOptional({
    description: 'Into how many equal times the range is cut',
    default: DEFAULT_BUCKETS,
    maximum: MAX_BUCKETS,
  })
  @IsOptional()
  @IsWholeNumber(1, MAX_BUCKETS)
  buckets: number = DEFAULT_BUCKETS;
}

export class WeekQuery extends PlotQuery {
  @ApiPropertyOptional({ description: 'IANA zone whose clock tells the hours', default: 'UTC' })
  @IsOptional()
  @IsTimeZone()
  override zone = 'UTC';
}
