import { ApiPropertyOptional } from '@nestjs/swagger';
import type { EventTypeDto } from '@license-monitor/api-contract';
import { EVENT_TYPES } from '@license-monitor/db';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery, toList } from '../http/list.query';
import { Sorted } from '../http/sort';

/** When an event was read, and when it happened. */
export const EVENT_SORTS = ['id', 'at'] as const;

export class EventsQuery extends ListQuery {
  @Sorted(EVENT_SORTS, 'By default -id: the event read last first')
  sort = '-id';

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
