import { ApiPropertyOptional } from '@nestjs/swagger';
import type { SessionMark } from '@license-monitor/db';
import { IsIn, IsOptional } from 'class-validator';
import { Instant, ListQuery } from '../http/list.query';

const SESSION_MARKS: readonly SessionMark[] = ['negative', 'startUnknown', 'assumedEnd'];

export class SessionsQuery extends ListQuery {
  @ApiPropertyOptional({
    enum: ['open', 'closed'],
    description:
      '`open` answers all open sessions with totals; `closed` pages through the ended ones',
    default: 'open',
  })
  @IsOptional()
  @IsIn(['open', 'closed'])
  status: 'open' | 'closed' = 'open';

  @Instant('With status=open: who held what at this instant of the past, instead of now')
  at?: number;

  @ApiPropertyOptional({
    enum: SESSION_MARKS,
    description:
      'Of the closed ones only those that a clock that was set back made negative, whose start is not known, or whose end was assumed',
  })
  @IsOptional()
  @IsIn(SESSION_MARKS)
  mark?: SessionMark;
}
