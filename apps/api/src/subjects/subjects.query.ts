import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsTimeZone, MinLength } from 'class-validator';
import { FormatQuery } from '../export/export-format';
import { IsText } from '../http/text';
import { UsageQuery } from '../usage/usage.query';

export class SearchQuery extends FormatQuery {
  @ApiProperty({
    type: String,
    minLength: 1,
    description: 'A part of a product code, a person or a machine; case does not matter',
  })
  @IsText()
  @MinLength(1)
  q = '';
}

export class SubjectQuery extends UsageQuery {
  @ApiPropertyOptional({
    type: String,
    default: 'UTC',
    description: 'IANA zone whose midnights divide the days',
  })
  @IsOptional()
  @IsTimeZone()
  override zone = 'UTC';
}
