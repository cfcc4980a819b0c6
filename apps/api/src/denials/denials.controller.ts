import { Controller, Get, Headers, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DenialExplanationDto, DeniedRequestsDto } from '@license-monitor/api-contract';
import { CoverageReport } from '../observed/coverage-report';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { parseCursor, toCursor } from '../http/cursor';
import { toRange } from '../http/to-filter';
import { toPage } from '../http/to-page';
import { Stores } from '../stores/stores';
import { causeOf } from './denial-cause';
import { DenialParams } from './denial.params';
import { DENIAL_COLUMNS } from './denial-columns';
import { toWindows } from './denial-windows.query';
import { DenialsQuery, ExplainQuery } from './denials.query';
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
  @Answers(
    'DeniedRequestsDto',
    'Requests that were refused: why, and what became of them; the last one first.',
    'The last 7 days unless `from` is given.',
  )
  async list(
    @Query() query: DenialsQuery,
    @Headers('accept') accept?: string,
  ): Promise<DeniedRequestsDto | StreamableFile> {
    const history = await this.stores.history();
    const windows = toWindows(query);
    const readUntil = await this.coverage.readUntil(query.server);
    const filter = toRange(query, readUntil.latest);
    const { requests } = await findDeniedRequests(history, { filter, windows, readUntil });
    const asked = requests.filter((request) => isAsked(request, query)).reverse();
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') {
      const items = asked.map(toDeniedRequestDto);
      return tableFile({ name: 'denials', columns: DENIAL_COLUMNS, rows: items }, format, query);
    }
    const [at = Infinity, id = Infinity] =
      query.cursor === undefined ? [] : parseCursor(query.cursor, 2);
    const rows = asked
      .filter(({ firstAt, first }) => firstAt < at || (firstAt === at && first.id < id))
      .slice(0, query.limit + 1);
    const page = toPage(rows, query.limit, toDeniedRequestDto, ({ firstAt, first }) =>
      toCursor(firstAt, first.id),
    );
    return { ...page, windows };
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
}

const isAsked = ({ first, outcome }: FoundRequest, query: DenialsQuery): boolean =>
  (query.cause === undefined || query.cause.includes(causeOf(first))) &&
  (query.outcome === undefined || query.outcome.includes(outcome));
