import type { Comparison } from '@license-monitor/analytics';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, IsTimeZone } from 'class-validator';
import { IsText } from '../http/text';
import { Buckets, DEFAULT_BUCKETS } from './buckets.query';
import { Compared } from './compare.query';
import { UsageQuery } from './usage.query';

/** More pictures than these nobody reads beside each other. */
const MAX_PRODUCTS = 6;

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
  @Buckets() buckets: number = DEFAULT_BUCKETS;

  @Compared() compare?: Comparison;
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
