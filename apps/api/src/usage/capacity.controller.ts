import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { WhatIfDto } from '@license-monitor/api-contract';
import { Conditional } from '../http/conditional';
import { ProblemError } from '../http/problem';
import { toModelDto } from '../sessions/to-session-dto';
import { UsageReport } from './usage-report';
import { whatIf } from './what-if';
import { WhatIfQuery } from './what-if.query';
import { Exported } from '../export/exported';
import { toWhatIfTable } from './plot-tables';
import { Answers } from '../openapi/answers';

@ApiTags('capacity')
@Controller('capacity')
export class CapacityController {
  constructor(private readonly report: UsageReport) {}

  @Get('what-if')
  @Conditional()
  @Exported(toWhatIfTable)
  @Answers(
    'WhatIfDto',
    'What would have been with so many licences: a replay of the real demand, refusals included.',
    'The last 7 days unless `from` is given.',
  )
  async whatIf(@Query() query: WhatIfQuery): Promise<WhatIfDto> {
    const { seats, editor, model, ...rest } = query;
    const { range, products } = await this.report.readSessions(rest);
    // A refusal that may be of any of several products is the demand of none of them.
    const named = products.length === 1 ? products : products.filter((one) => one.editor !== null);
    const [first, ...others] = named.filter(
      (one) =>
        (editor === undefined || one.editor === editor) &&
        (model === undefined || toModelDto(one.model) === model),
    );
    if (first !== undefined && others.length === 0) return whatIf(first, range, seats);
    const detail =
      first === undefined
        ? `nothing is known of ${query.product.join()} in this range`
        : `${others.length + 1} products have the code ${query.product.join()}: name its editor or model`;
    throw new ProblemError('LM_QUERY_INVALID', detail, [{ parameter: 'product', detail }]);
  }
}
