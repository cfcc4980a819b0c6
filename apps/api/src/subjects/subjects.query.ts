import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsTimeZone, MaxLength, MinLength } from 'class-validator';
import { UsageQuery } from '../usage/usage.query';

export class SearchQuery {
  @ApiProperty({
    description: 'A part of a product code, a person or a machine; case does not matter',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  q = '';
}

export class SubjectQuery extends UsageQuery {
  @ApiPropertyOptional({ description: 'IANA zone whose midnights divide the days', default: 'UTC' })
  @IsOptional()
  @IsTimeZone()
  zone = 'UTC';
}
