import { ApiPropertyOptional } from '@nestjs/swagger';
import type { SessionMark } from '@license-monitor/db';
import { IsIn, IsOptional } from 'class-validator';
import { Instant, ListQuery } from '../http/list.query';
import { Sorted } from '../http/sort';

/** An open list is short, and is ordered by anything. */
export const OPEN_COLUMNS = ['startedAt', 'product', 'user', 'host', 'server'] as const;
/** A closed one is of any length: only by what an index serves. */
export const CLOSED_COLUMNS = ['endedAt', 'startedAt'] as const;

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

  @Sorted(
    ['endedAt', ...OPEN_COLUMNS],
    'Open ones: all but endedAt, by default the longest open first. Closed ones: endedAt (default, descending) and startedAt',
  )
  sort?: string;

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
