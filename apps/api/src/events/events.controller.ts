import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EventDto, Page } from '@license-monitor/api-contract';
import { parseCursor, toCursor } from '../http/cursor';
import { toFilter } from '../http/to-filter';
import { toPage } from '../http/to-page';
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
    return toPage(rows, query.limit, toEventDto, ({ id }) => toCursor(id));
  }
}
