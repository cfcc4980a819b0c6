import type { DenialCauseDto, DenialOutcomeDto } from '@license-monitor/api-contract';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { FormatQuery } from '../export/export-format';
import { ListQuery, toList } from '../http/list.query';
import { BurstSeconds, RedirectSeconds, RetryMinutes } from './denial-windows.query';

const CAUSES: readonly DenialCauseDto[] = ['capacity', 'policy', 'notEnrolled', 'other'];
const OUTCOMES: readonly DenialOutcomeDto[] = ['redirected', 'delayed', 'lost', 'pending'];

export class ExplainQuery extends FormatQuery {
  @BurstSeconds burstSeconds?: number;
  @RedirectSeconds redirectSeconds?: number;
  @RetryMinutes retryMinutes?: number;
}

export class DenialsQuery extends ListQuery {
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
