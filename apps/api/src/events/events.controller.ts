import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EventDto, Page } from '@license-monitor/api-contract';
import type { EventColumn, EventFilter, HistoryReader } from '@license-monitor/db';
import { allPages } from '../export/all-pages';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { Conditional } from '../http/conditional';
import { parsePosition, toCursor } from '../http/cursor';
import { parseSort, type Sort } from '../http/sort';
import { toFilter } from '../http/to-filter';
import { toPage } from '../http/to-page';
import { Stores } from '../stores/stores';
import { EVENT_COLUMNS } from './event-columns';
import { EVENT_SORTS, EventsQuery } from './events.query';
import { toEventDto } from './to-event-dto';
import { Answers } from '../openapi/answers';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly stores: Stores) {}

  @Get()
  @Conditional()
  @Answers('EventPageDto', 'The append-only history, the event read last first.')
  async list(
    @Query() query: EventsQuery,
    @Headers('accept') accept?: string,
  ): Promise<Page<EventDto> | StreamableFile> {
    const history = await this.stores.history();
    const filter = { ...toFilter(query), types: query.type ?? [] };
    const sort = parseSort(query.sort, EVENT_SORTS);
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') {
      const rows = allEvents(history, filter, sort);
      return tableFile({ name: 'events', columns: EVENT_COLUMNS, rows }, format, query);
    }
    const after = parsePosition(query.cursor, query.sort);
    const rows = await history.events(filter, sort, { after, limit: query.limit + 1 });
    return toPage(rows, query.limit, toEventDto, ({ at, id }) =>
      toCursor(query.sort, { key: at, id }),
    );
  }
}

const allEvents = (
  history: HistoryReader,
  filter: EventFilter,
  sort: Sort<EventColumn>,
): AsyncIterable<EventDto> =>
  allPages(async (after: EventDto | undefined, limit) => {
    const rows = await history.events(filter, sort, { after: after ?? null, limit });
    return rows.map(toEventDto);
  });
