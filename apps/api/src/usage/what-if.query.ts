import type { LicenseModelDto } from '@license-monitor/api-contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional } from 'class-validator';
import { IsText } from '../http/text';
import { UsageQuery } from './usage.query';
import { IsWholeNumber } from '../http/whole-number';

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
  @ApiProperty({
    type: [String],
    required: true,
    minItems: 1,
    maxItems: 1,
    description: 'Product code',
  })
  @ArrayNotEmpty({ message: 'product is missing: name one product' })
  @ArrayMaxSize(1)
  // What is decorated anew inherits no checks.
  @IsText({ each: true })
  override product: string[] = [];

  @ApiPropertyOptional({ description: 'Publisher, where several products have the code' })
  @IsOptional()
  @IsText()
  editor?: string;

  @ApiPropertyOptional({
    enum: MODELS,
    description: 'How it is licensed, where it is in several ways',
  })
  @IsOptional()
  @IsIn(MODELS)
  model?: LicenseModelDto;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: MAX_SEATS,
    description: 'How many licences there would have been',
  })
  @IsWholeNumber(0, MAX_SEATS)
  seats = NaN;
}
