import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { OpenSessionsDto, Page, SessionDto } from '@license-monitor/api-contract';
import { parseCursor, toCursor } from '../http/cursor';
import { toFilter } from '../http/to-filter';
import { toPage } from '../http/to-page';
import { Stores } from '../stores/stores';
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
    return query.status === 'open' ? this.open(query) : this.closed(query);
  }

  private async open(query: SessionsQuery): Promise<OpenSessionsDto> {
    const filter = toFilter(query);
    const live = await this.stores.live();
    const lastEventId = await live.lastEventId();
    return {
      asOf: Date.now(),
      lastEventId,
      items: (await live.activeSessions(filter)).map(toSessionDto),
      totals: (await live.inUse(filter)).map(toProductInUseDto),
    };
  }

  private async closed(query: SessionsQuery): Promise<Page<SessionDto>> {
    const history = await this.stores.history();
    const [at = 0, id = 0] = query.cursor === undefined ? [] : parseCursor(query.cursor, 2);
    const after = query.cursor === undefined ? null : { at, id };
    const rows = await history.closedSessions(toFilter(query), after, query.limit + 1);
    return toPage(rows, query.limit, toSessionDto, (last) => toCursor(last.endedAt ?? 0, last.id));
  }
}
