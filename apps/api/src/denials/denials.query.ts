import type { DenialCauseDto, DenialOutcomeDto } from '@license-monitor/api-contract';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { FormatQuery } from '../export/export-format';
import { ListQuery, toList } from '../http/list.query';
import { Sorted } from '../http/sort';
import { BurstSeconds, RedirectSeconds, RetryMinutes } from './denial-windows.query';

const CAUSES: readonly DenialCauseDto[] = ['capacity', 'policy', 'notEnrolled', 'other'];
const OUTCOMES: readonly DenialOutcomeDto[] = ['redirected', 'delayed', 'lost', 'pending'];

export class ExplainQuery extends FormatQuery {
  @BurstSeconds burstSeconds?: number;
  @RedirectSeconds redirectSeconds?: number;
  @RetryMinutes retryMinutes?: number;
}

export const DENIAL_SORTS = [
  'at',
  'product',
  'user',
  'host',
  'server',
  'cause',
  'outcome',
  'waitMs',
  'denials',
] as const;

export class DenialsQuery extends ListQuery {
  @Sorted(DENIAL_SORTS, 'By default -at: the last request first')
  sort = '-at';

  @BurstSeconds burstSeconds?: number;
  @RedirectSeconds redirectSeconds?: number;
  @RetryMinutes retryMinutes?: number;

  @ApiPropertyOptional({ enum: CAUSES, isArray: true, description: 'Cause; may be repeated' })
  @IsOptional()
  @Transform(toList)
  @IsIn(CAUSES, { each: true })
  cause?: DenialCauseDto[];

  @ApiPropertyOptional({ enum: OUTCOMES, isArray: true, description: 'Outcome; may be repeated' })
  @IsOptional()
  @Transform(toList)
  @IsIn(OUTCOMES, { each: true })
  outcome?: DenialOutcomeDto[];
}
