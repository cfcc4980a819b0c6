import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { OpenSessionsDto, Page, SessionDto } from '@license-monitor/api-contract';
import type { SessionRow } from '@license-monitor/db';
import { parseCursor, toCursor } from '../http/cursor';
import { toFilter } from '../http/to-filter';
import { toPage } from '../http/to-page';
import { Stores } from '../stores/stores';
import { countInUse } from './count-in-use';
import { SessionsQuery } from './sessions.query';
import { toProductInUseDto, toSessionDto } from './to-session-dto';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(private readonly stores: Stores) {}

  /** Who holds which licence now, or who held it. */
  @Get()
  @ApiOkResponse({
    description:
      'status=open: OpenSessionsDto; status=closed: a page of SessionDto, last end first',
  })
  list(@Query() query: SessionsQuery): Promise<OpenSessionsDto | Page<SessionDto>> {
    if (query.status === 'closed') return this.closed(query);
    return query.at === undefined ? this.open(query) : this.openAt(query, query.at);
  }

  private async open(query: SessionsQuery): Promise<OpenSessionsDto> {
    const filter = toFilter(query);
    const live = await this.stores.live();
    const lastEventId = await live.lastEventId();
    const asOf = Date.now();
    return {
      asOf,
      lastEventId,
      items: (await live.activeSessions(filter)).map((row) => toSessionDto(row, asOf)),
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
      items: open.map((row) => toSessionDto(row, at)),
      totals: countInUse(open),
    };
  }

  private async closed(query: SessionsQuery): Promise<Page<SessionDto>> {
    const history = await this.stores.history();
    const [at = 0, id = 0] = query.cursor === undefined ? [] : parseCursor(query.cursor, 2);
    const after = query.cursor === undefined ? null : { at, id };
    const filter = { ...toFilter(query), mark: query.mark ?? null };
    const rows = await history.sessions.closed(filter, after, query.limit + 1);
    const now = Date.now();
    const toItem = (row: SessionRow) => toSessionDto(row, now);
    return toPage(rows, query.limit, toItem, (last) => toCursor(last.endedAt ?? 0, last.id));
  }
}
