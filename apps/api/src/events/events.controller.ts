import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EventDto, Page } from '@license-monitor/api-contract';
import { parseCursor, toCursor } from '../http/cursor';
import { toFilter } from '../http/to-filter';
import { Stores } from '../stores/stores';
import { EventsQuery } from './events.query';
import { toEventDto } from './to-event-dto';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly stores: Stores) {}

  /** The append-only history, the event read last first. */
  @Get()
  @ApiOkResponse({ description: 'A page of EventDto' })
  async list(@Query() query: EventsQuery): Promise<Page<EventDto>> {
    const history = await this.stores.history();
    const [before = null] = query.cursor === undefined ? [] : parseCursor(query.cursor, 1);
    const filter = { ...toFilter(query), types: query.type ?? [] };
    const rows = await history.events(filter, before, query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const hasMore = rows.length > page.length && last !== undefined;
    return { items: page.map(toEventDto), nextCursor: hasMore ? toCursor(last.id) : null };
  }
}
