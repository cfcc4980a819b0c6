import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsInt, Max, Min } from 'class-validator';
import { UsageQuery } from './usage.query';

/** More licences of one product nobody owns. */
const MAX_SEATS = 1_000_000;

export class WhatIfQuery extends UsageQuery {
  @ArrayNotEmpty({ message: 'product is missing: name one product' })
  @ArrayMaxSize(1)
  override product: string[] = [];

  @ApiProperty({ type: Number, description: 'How many licences there would have been' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_SEATS)
  seats = 0;
}
