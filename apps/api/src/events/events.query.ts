import { ApiPropertyOptional } from '@nestjs/swagger';
import type { EventTypeDto } from '@license-monitor/api-contract';
import { EVENT_TYPES } from '@license-monitor/db';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery, toList } from '../http/list.query';

export class EventsQuery extends ListQuery {
  @ApiPropertyOptional({
    enum: EVENT_TYPES,
    isArray: true,
    description: 'Kind of event; may be repeated',
  })
  @IsOptional()
  @Transform(toList)
  @IsIn(EVENT_TYPES, { each: true })
  type?: EventTypeDto[];
}
