import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { observedWithin, totalMs } from '@license-monitor/analytics';
import type { CoverageDto } from '@license-monitor/api-contract';
import { Conditional } from '../http/conditional';
import { toModelDto } from '../sessions/to-session-dto';
import { measuredTimes, stepsOf } from '../usage/summarise-product';
import { UsageReport } from '../usage/usage-report';
import { UsageQuery } from '../usage/usage.query';
import { Exported } from '../export/exported';
import { toGapTable } from './gap-table';
import { Answers } from '../openapi/answers';

@ApiTags('coverage')
@Controller('coverage')
export class CoverageController {
  constructor(private readonly report: UsageReport) {}

  @Get()
  @Conditional()
  @Exported(toGapTable)
  @Answers(
    'CoverageDto',
    'For which times use was measured, and why not for the others.',
    'The last 7 days unless `from` is given.',
  )
  async list(@Query() query: UsageQuery): Promise<CoverageDto> {
    const { range, products } = await this.report.read(query);
    const untraced = products.map((rows) => {
      const { product, editor, model } = rows;
      const { gaps } = measuredTimes(rows, stepsOf(rows.uses), range);
      const own = gaps.filter(({ cause }) => cause === 'notTraced');
      return { product, editor, model: toModelDto(model), gaps: own };
    });
    return {
      asOf: Date.now(),
      from: range.from,
      to: range.to,
      servers: [...range.gapsOfServer].map(([server, gaps]) => ({
        server,
        observedMs: totalMs(observedWithin(range, gaps)),
        gaps,
      })),
      products: untraced.filter(({ gaps }) => gaps.length > 0),
    };
  }
}
