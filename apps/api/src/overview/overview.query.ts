import { ApiPropertyOptional } from '@nestjs/swagger';
import { FormatQuery } from '../export/export-format';
import { IsOptional, IsTimeZone } from 'class-validator';

export class OverviewQuery extends FormatQuery {
  @ApiPropertyOptional({ description: 'IANA zone whose midnight begins "today"', default: 'UTC' })
  @IsOptional()
  @IsTimeZone()
  zone = 'UTC';
}
