import { ApiPropertyOptional } from '@nestjs/swagger';
import type { EventTypeDto } from '@license-monitor/api-contract';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '../http/list.query';

const TYPES: readonly EventTypeDto[] = [
  'grant',
  'detachment',
  'timeout',
  'denial',
  'serverStart',
  'serverStop',
  'suspend',
  'resume',
  'sweep',
];

export class EventsQuery extends ListQuery {
  @ApiPropertyOptional({
    enum: TYPES,
    isArray: true,
    description: 'Kind of event; may be repeated',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]))
  @IsIn(TYPES, { each: true })
  type?: EventTypeDto[];
}
