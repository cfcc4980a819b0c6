import type { ComparisonDto } from '@license-monitor/api-contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, IsTimeZone } from 'class-validator';
import { IsText } from '../http/text';
import { Compared } from './compare.query';
import { UsageQuery } from './usage.query';
import { IsWholeNumber } from '../http/whole-number';

/** More pictures than these nobody reads beside each other. */
const MAX_PRODUCTS = 6;
/** Two for each point of a wide screen. */
const MAX_BUCKETS = 2400;
const DEFAULT_BUCKETS = 400;

export class PlotQuery extends UsageQuery {
  @ApiProperty({
    type: [String],
    required: true,
    minItems: 1,
    maxItems: MAX_PRODUCTS,
    description: 'Product code; may be repeated',
  })
  @ArrayNotEmpty({ message: 'product is missing: name 1 to 6 products' })
  @ArrayMaxSize(MAX_PRODUCTS)
  // What is decorated anew inherits no checks.
  @IsText({ each: true })
  override product: string[] = [];
}

export class SeriesQuery extends PlotQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MAX_BUCKETS,
    default: DEFAULT_BUCKETS,
    description: 'Into how many equal times the range is cut',
  })
  @IsOptional()
  @IsWholeNumber(1, MAX_BUCKETS)
  buckets: number = DEFAULT_BUCKETS;

  @Compared() compare?: ComparisonDto;
}

export class WeekQuery extends PlotQuery {
  @ApiPropertyOptional({
    type: String,
    default: 'UTC',
    description: 'IANA zone whose clock tells the hours',
  })
  @IsOptional()
  @IsTimeZone()
  override zone = 'UTC';
}
