import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsTimeZone } from 'class-validator';

export class OverviewQuery {
  @ApiPropertyOptional({ description: 'IANA zone whose midnight begins "today"', default: 'UTC' })
  @IsOptional()
  @IsTimeZone()
  zone = 'UTC';
}
