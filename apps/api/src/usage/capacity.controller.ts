import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { WhatIfDto } from '@license-monitor/api-contract';
import { ProblemError } from '../http/problem';
import { UsageReport } from './usage-report';
import { whatIf } from './what-if';
import { WhatIfQuery } from './what-if.query';

@ApiTags('capacity')
@Controller('capacity')
export class CapacityController {
  constructor(private readonly report: UsageReport) {}

  /** What would have been with so many licences: a replay of the real demand, refusals included. */
  @Get('what-if')
  @ApiOkResponse({ description: 'WhatIfDto; the last 7 days unless from is given' })
  async whatIf(@Query() query: WhatIfQuery): Promise<WhatIfDto> {
    const { seats, ...rest } = query;
    const { range, products } = await this.report.read(rest);
    const [first, ...others] = products;
    if (first !== undefined && others.length === 0) return whatIf(first, range, seats);
    const detail =
      first === undefined
        ? `nothing is known of ${query.product.join()} in this range`
        : `${products.length} products have the code ${query.product.join()}: name its editor`;
    throw new ProblemError('LM_QUERY_INVALID', detail, [{ parameter: 'product', detail }]);
  }
}
