import { Controller, Get, Headers, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  DenialExplanationDto,
  DenialSeriesDto,
  DeniedRequestDto,
  DeniedRequestsDto,
} from '@license-monitor/api-contract';
import { CoverageReport } from '../observed/coverage-report';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { Conditional } from '../http/conditional';
import { parseCursor, toCursor, type Place } from '../http/cursor';
import { nameKey, orderRows } from '../http/ordered';
import { parseSort } from '../http/sort';
import { toRange } from '../http/to-filter';
import { toPage } from '../http/to-page';
import { Stores } from '../stores/stores';
import { causeOf } from './denial-cause';
import { DenialParams } from './denial.params';
import { DENIAL_COLUMNS } from './denial-columns';
import { toWindows } from './denial-windows.query';
import {
  DENIAL_SORTS,
  DenialSeriesQuery,
  DenialsQuery,
  ExplainQuery,
  type OfRequests,
} from './denials.query';
import { toDenialLanes } from './denial-series';
import { toLaneTable } from './lane-table';
import { toBucketMs } from '../usage/buckets.query';
import type { UsageQuery } from '../usage/usage.query';
import { DenialExplainer } from './explain-denial';
import { findDeniedRequests, toDeniedRequestDto, type FoundRequest } from './denied-requests';
import { Exported } from '../export/exported';
import { toHolderTable } from '../sessions/session-columns';
import { Answers, Fails } from '../openapi/answers';

@ApiTags('denials')
@Controller('denials')
export class DenialsController {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
    private readonly explainer: DenialExplainer,
  ) {}

  @Get()
  @Conditional()
  @Answers(
    'DeniedRequestsDto',
    'Requests that were refused: why, and what became of them; the last one first.',
    'The last 7 days unless `from` is given.',
  )
  async list(
    @Query() query: DenialsQuery,
    @Headers('accept') accept?: string,
  ): Promise<DeniedRequestsDto | StreamableFile> {
    const { requests, windows } = await this.find(query);
    const asked = requests.map(toDeniedRequestDto);
    const sort = parseSort(query.sort, DENIAL_SORTS);
    const place = (request: DeniedRequestDto) => placeOf(request, sort.column);
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') {
      const rows = orderRows(asked, sort, place);
      return tableFile({ name: 'denials', columns: DENIAL_COLUMNS, rows }, format, query);
    }
    const after = query.cursor === undefined ? undefined : parseCursor(query.cursor, query.sort);
    const rows = orderRows(asked, sort, place, after);
    const toCursorOf = (last: DeniedRequestDto) => toCursor(query.sort, place(last));
    return { ...toPage(rows, query.limit, (row) => row, toCursorOf), windows };
  }

  @Get('series')
  @Conditional()
  @Exported(toLaneTable)
  @Answers(
    'DenialSeriesDto',
    'Requests that were refused along time: a lane for each product, whole however many it has.',
    'The last 7 days unless `from` is given.',
  )
  async series(@Query() query: DenialSeriesQuery): Promise<DenialSeriesDto> {
    const { requests, filter, windows } = await this.find(query);
    const { from, to } = filter;
    const bucketMs = toBucketMs(filter, query.buckets);
    const items = toDenialLanes(requests, { from, bucketMs });
    return { asOf: Date.now(), from, to, bucketMs, windows, items };
  }

  @Get(':id/explain')
  @Exported(toHolderTable)
  @Fails('LM_NOT_FOUND')
  @Answers(
    'DenialExplanationDto',
    'Why this engineer was refused, who held the pool at that moment, and what came next.',
  )
  explain(
    @Param() { id }: DenialParams,
    @Query() query: ExplainQuery,
  ): Promise<DenialExplanationDto> {
    return this.explainer.explain(id, query);
  }

  private async find(query: UsageQuery & OfRequests) {
    const history = await this.stores.history();
    const windows = toWindows(query);
    const readUntil = await this.coverage.readUntil(query.server);
    const filter = toRange(query, readUntil.latest);
    const { requests } = await findDeniedRequests(history, { filter, windows, readUntil });
    return { requests: requests.filter((request) => isAsked(request, query)), filter, windows };
  }
}

function placeOf(request: DeniedRequestDto, column: (typeof DENIAL_SORTS)[number]): Place {
  const value = request[column];
  return { key: typeof value === 'string' ? nameKey(value) : value, id: request.id };
}

const isAsked = ({ first, outcome }: FoundRequest, query: OfRequests): boolean =>
  (query.cause === undefined || query.cause.includes(causeOf(first))) &&
  (query.outcome === undefined || query.outcome.includes(outcome));
