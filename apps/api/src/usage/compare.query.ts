import { comparedRange, type Comparison, type Span } from '@license-monitor/analytics';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { UsageQuery } from './usage.query';

const COMPARISONS: readonly Comparison[] = ['previous', 'year'];

/** Gives a query the parameter `compare`. */
export function Compared(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [
      ApiPropertyOptional({
        enum: COMPARISONS,
        description:
          'Also answers an earlier range of the same length: previous is the least number of whole weeks before that is no shorter, year 52 weeks before; by the clock of zone',
      }),
      IsOptional(),
      IsIn(COMPARISONS),
    ]) {
      decorate(target, property);
    }
  };
}

export class SummaryQuery extends UsageQuery {
  @Compared() compare?: Comparison;
}

/** The same query for the range that it is compared with; undefined where none is asked for. */
export function toComparedQuery<Query extends SummaryQuery>(
  query: Query,
  range: Span,
): Query | undefined {
  if (query.compare === undefined) return undefined;
  return { ...query, ...comparedRange(range, query.compare, query.zone ?? 'UTC') };
}
