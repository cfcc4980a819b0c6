import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { TimelineDto, TimelineGroupDto } from '@license-monitor/api-contract';
import { IsIn, IsOptional } from 'class-validator';
import { CoverageReport } from '../observed/coverage-report';
import { Conditional } from '../http/conditional';
import { RangeQuery } from '../http/list.query';
import { toRange } from '../http/to-filter';
import { Stores } from '../stores/stores';
import { toLanes } from './timeline';
import { IsWholeNumber } from '../http/whole-number';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { toBarTable } from './bar-table';
import { Answers } from '../openapi/answers';

const GROUPS: readonly TimelineGroupDto[] = ['user', 'host', 'product'];
/** Lanes of one page. */
const LANES = 100;
/** More lanes nobody pages through. */
const MAX_SKIP = 1_000_000;

class TimelineQuery extends RangeQuery {
  @ApiPropertyOptional({ enum: GROUPS, default: 'user', description: 'What a lane stands for' })
  @IsOptional()
  @IsIn(GROUPS)
  group: TimelineGroupDto = 'user';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MAX_SKIP,
    default: 0,
    description: 'How many lanes to leave out before the first',
  })
  @IsOptional()
  @IsWholeNumber(0, MAX_SKIP)
  skip = 0;
}

@ApiTags('sessions')
@Controller('timeline')
export class TimelineController {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  @Get()
  @Conditional()
  @Answers(
    'TimelineDto',
    'Who sits on seats: a lane for each person, machine or product, a bar for each session.',
    'The last 7 days unless `from` is given.',
  )
  async timeline(
    @Query() query: TimelineQuery,
    @Headers('accept') accept?: string,
  ): Promise<TimelineDto | StreamableFile> {
    const history = await this.stores.history();
    const { latest } = await this.coverage.readUntil(query.server);
    const filter = toRange(query, latest);
    const { from, to } = filter;
    const sessions = await history.sessions.overlapping(from, to, filter);
    const lanes = toLanes(sessions, query.group, { from, to });
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') return tableFile(toBarTable(lanes), format, query);
    const servers = await this.coverage.ofServers({ from, to }, filter.servers);
    return {
      asOf: Date.now(),
      from,
      to,
      group: query.group,
      lanes: lanes.slice(query.skip, query.skip + LANES),
      laneCount: lanes.length,
      gaps: servers.flatMap(({ gaps }) => gaps).sort((a, b) => a.from - b.from),
    };
  }
}
