import type { DenialCauseDto, DenialOutcomeDto } from '@license-monitor/api-contract';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { FormatQuery } from '../export/export-format';
import { ListQuery, toList } from '../http/list.query';
import { Buckets, DEFAULT_BUCKETS } from '../usage/buckets.query';
import { UsageQuery } from '../usage/usage.query';
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

/** Which refused requests are asked for. */
export interface OfRequests {
  readonly cause?: readonly DenialCauseDto[];
  readonly outcome?: readonly DenialOutcomeDto[];
}

/** Gives a query a list of some of these words. */
function Words(description: string, words: readonly string[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [
      ApiPropertyOptional({ enum: words, isArray: true, description }),
      IsOptional(),
      Transform(toList),
      IsIn(words, { each: true }),
    ]) {
      decorate(target, property);
    }
  };
}

const Causes = Words('Cause; may be repeated', CAUSES);
const Outcomes = Words('Outcome; may be repeated', OUTCOMES);

export class DenialSeriesQuery extends UsageQuery {
  @Buckets() buckets: number = DEFAULT_BUCKETS;
  @Causes cause?: DenialCauseDto[];
  @Outcomes outcome?: DenialOutcomeDto[];
}

export class DenialsQuery extends ListQuery {
  @Sorted(DENIAL_SORTS, 'By default -at: the last request first')
  sort = '-at';

  @BurstSeconds burstSeconds?: number;
  @RedirectSeconds redirectSeconds?: number;
  @RetryMinutes retryMinutes?: number;

  @Causes cause?: DenialCauseDto[];
  @Outcomes outcome?: DenialOutcomeDto[];
}
