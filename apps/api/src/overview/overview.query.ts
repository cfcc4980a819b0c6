import { ApiPropertyOptional } from '@nestjs/swagger';
import { FormatQuery } from '../export/export-format';
import { IsOptional, IsTimeZone } from 'class-validator';

export class OverviewQuery extends FormatQuery {
  @ApiPropertyOptional({
    type: String,
    default: 'UTC',
    description: 'IANA zone whose midnight begins "today"',
  })
  @IsOptional()
  @IsTimeZone()
  zone = 'UTC';
}
