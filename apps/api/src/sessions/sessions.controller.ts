import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OpenSessionsDto, Page, SessionDto } from '@license-monitor/api-contract';
import type { SessionRow } from '@license-monitor/db';
import { allPages } from '../export/all-pages';
import { chooseFormat, type ExportFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { Conditional } from '../http/conditional';
import { parsePosition, toCursor } from '../http/cursor';
import { toFilter } from '../http/to-filter';
import { toPage } from '../http/to-page';
import { Stores } from '../stores/stores';
import { countInUse } from './count-in-use';
import { SESSION_COLUMNS } from './session-columns';
import { SessionsQuery } from './sessions.query';
import { LONGEST_FIRST, parseClosedSort, sortOpen } from './sort-sessions';
import { toProductInUseDto, toSessionDto } from './to-session-dto';
import { Answers } from '../openapi/answers';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(private readonly stores: Stores) {}

  @Get()
  @Conditional(({ status }) => status === 'closed')
  @Answers('SessionsDto', 'Who holds which licence now, or who held it.')
  async list(
    @Query() query: SessionsQuery,
    @Headers('accept') accept?: string,
  ): Promise<OpenSessionsDto | Page<SessionDto> | StreamableFile> {
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') return this.file(query, format);
    if (query.status === 'closed') return this.closed(query);
    return this.openNow(query);
  }

  private openNow(query: SessionsQuery): Promise<OpenSessionsDto> {
    return query.at === undefined ? this.open(query) : this.openAt(query, query.at);
  }

  /** All sessions of the query, not a page of them. */
  private async file(
    query: SessionsQuery,
    format: Exclude<ExportFormat, 'json'>,
  ): Promise<StreamableFile> {
    const rows =
      query.status === 'closed' ? await this.allClosed(query) : (await this.openNow(query)).items;
    const name = `sessions_${query.status}`;
    return tableFile({ name, columns: SESSION_COLUMNS, rows }, format, query);
  }

  private async allClosed(query: SessionsQuery): Promise<AsyncIterable<SessionDto>> {
    const history = await this.stores.history();
    const filter = { ...toFilter(query), mark: query.mark ?? null };
    const now = Date.now();
    const sort = parseClosedSort(query.sort);
    return allPages(async (last: SessionDto | undefined, limit) => {
      const after = last === undefined ? null : { at: last[sort.column], id: last.id };
      const rows = await history.sessions.closed(filter, sort, { after, limit });
      return rows.map((row) => toSessionDto(row, now));
    });
  }

  private async open(query: SessionsQuery): Promise<OpenSessionsDto> {
    const filter = toFilter(query);
    const live = await this.stores.live();
    const lastEventId = await live.lastEventId();
    const asOf = Date.now();
    const items = (await live.activeSessions(filter)).map((row) => toSessionDto(row, asOf));
    return {
      asOf,
      lastEventId,
      items: sortOpen(items, query.sort),
      totals: (await live.inUse(filter)).map(toProductInUseDto),
    };
  }

  private async openAt(query: SessionsQuery, at: number): Promise<OpenSessionsDto> {
    const history = await this.stores.history();
    const touched = await history.sessions.overlapping(at, at + 1, toFilter(query));
    const open = touched.filter(({ endedAt }) => endedAt === null || endedAt > at);
    return {
      asOf: at,
      lastEventId: await history.lastEventId(),
      items: sortOpen(
        open.map((row) => toSessionDto(row, at)),
        query.sort ?? LONGEST_FIRST,
      ),
      totals: countInUse(open),
    };
  }

  private async closed(query: SessionsQuery): Promise<Page<SessionDto>> {
    const history = await this.stores.history();
    const sort = parseClosedSort(query.sort);
    const after = parsePosition(query.cursor, sort.text);
    const filter = { ...toFilter(query), mark: query.mark ?? null };
    const rows = await history.sessions.closed(filter, sort, { after, limit: query.limit + 1 });
    const now = Date.now();
    const toItem = (row: SessionRow) => toSessionDto(row, now);
    return toPage(rows, query.limit, toItem, (last) =>
      toCursor(sort.text, { key: last[sort.column], id: last.id }),
    );
  }
}
