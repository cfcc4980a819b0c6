import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EventDto, Page } from '@license-monitor/api-contract';
import type { EventFilter, HistoryReader } from '@license-monitor/db';
import { allPages } from '../export/all-pages';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { parseCursor, toCursor } from '../http/cursor';
import { toFilter } from '../http/to-filter';
import { toPage } from '../http/to-page';
import { Stores } from '../stores/stores';
import { EVENT_COLUMNS } from './event-columns';
import { EventsQuery } from './events.query';
import { toEventDto } from './to-event-dto';
import { Answers } from '../openapi/answers';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly stores: Stores) {}

  @Get()
  @Answers('EventPageDto', 'The append-only history, the event read last first.')
  async list(
    @Query() query: EventsQuery,
    @Headers('accept') accept?: string,
  ): Promise<Page<EventDto> | StreamableFile> {
    const history = await this.stores.history();
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') {
      const rows = allEvents(history, { ...toFilter(query), types: query.type ?? [] });
      return tableFile({ name: 'events', columns: EVENT_COLUMNS, rows }, format, query);
    }
    const [before = null] = query.cursor === undefined ? [] : parseCursor(query.cursor, 1);
    const filter = { ...toFilter(query), types: query.type ?? [] };
    const rows = await history.events(filter, before, query.limit + 1);
    return toPage(rows, query.limit, toEventDto, ({ id }) => toCursor(id));
  }
}

const allEvents = (history: HistoryReader, filter: EventFilter): AsyncIterable<EventDto> =>
  allPages(async (after: EventDto | undefined, limit) => {
    const rows = await history.events(filter, after?.id ?? null, limit);
    return rows.map(toEventDto);
  });
