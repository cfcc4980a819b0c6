import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '../http/list.query';

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
}
