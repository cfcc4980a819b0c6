import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SearchDto, SubjectDto, SubjectKindDto } from '@license-monitor/api-contract';
import type { NameFilter } from '@license-monitor/db';
import { CoverageReport } from '../observed/coverage-report';
import { toWindows } from '../denials/denial-windows.query';
import { findDeniedRequests } from '../denials/denied-requests';
import { toRange } from '../http/to-filter';
import { toSessionDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';
import { describeSubject } from './describe-subject';
import { SubjectParams } from './subject.params';
import { SearchQuery, SubjectQuery } from './subjects.query';
import { Exported } from '../export/exported';
import { toDayTable, toFoundTable } from './subject-tables';
import { Answers } from '../openapi/answers';

/** How many names a search answers. */
const MAX_FOUND = 20;

const LISTS: Readonly<Record<SubjectKindDto, keyof NameFilter>> = {
  product: 'products',
  user: 'users',
  host: 'hosts',
};

@ApiTags('subjects')
@Controller()
export class SubjectsController {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  @Get('search')
  @Exported(toFoundTable)
  @Answers('SearchDto', 'One box for a product code, a person or a machine.')
  async search(@Query() { q }: SearchQuery): Promise<SearchDto> {
    const { names } = await this.stores.history();
    const found = await names.search(q, MAX_FOUND);
    return { items: found.map(({ kind, name: key, editor }) => ({ kind, key, editor })) };
  }

  @Get('subjects/:kind/:key')
  @Exported(toDayTable)
  @Answers(
    'SubjectDto',
    'Everything about one product, person or machine.',
    'The last 7 days unless `from` is given.',
  )
  async subject(
    @Param() { kind, key }: SubjectParams,
    @Query() query: SubjectQuery,
  ): Promise<SubjectDto> {
    const history = await this.stores.history();
    const live = await this.stores.live();
    const readUntil = await this.coverage.readUntil(query.server);
    const { from, to, ...asked } = toRange(query, readUntil.latest);
    const names: NameFilter = { ...asked, [LISTS[kind]]: [key] };
    const sessions = await history.sessions.overlapping(from, to, names);
    const filter = { ...names, from, to };
    const windows = toWindows(query);
    const { requests } = await findDeniedRequests(history, { filter, windows, readUntil });
    const asOf = Date.now();
    return {
      asOf,
      from,
      to,
      kind,
      key,
      firstSeenAt: await history.names.firstSeenAt(kind, key),
      now: (await live.activeSessions(names)).map((row) => toSessionDto(row, asOf)),
      ...describeSubject(kind, sessions, { from, to }, query.zone),
      deniedRequests: requests.length,
    };
  }
}
