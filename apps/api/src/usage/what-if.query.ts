import type { LicenseModelDto } from '@license-monitor/api-contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { UsageQuery } from './usage.query';

/** More licences of one product nobody owns. */
const MAX_SEATS = 1_000_000;

const MODELS: readonly LicenseModelDto[] = [
  'concurrentUser',
  'namedUser',
  'token',
  'credit',
  'unknown',
];

export class WhatIfQuery extends UsageQuery {
  @ArrayNotEmpty({ message: 'product is missing: name one product' })
  @ArrayMaxSize(1)
  override product: string[] = [];

  @ApiPropertyOptional({ description: 'Publisher, where several products have the code' })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  editor?: string;

  @ApiPropertyOptional({
    enum: MODELS,
    description: 'How it is licensed, where it is in several ways',
  })
  @IsOptional()
  @IsIn(MODELS)
  model?: LicenseModelDto;

  @ApiProperty({ type: Number, description: 'How many licences there would have been' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_SEATS)
  seats = 0;
}
