import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FindingDto, FindingKindDto, FindingsDto } from '@license-monitor/api-contract';
import type { DoubtCount, SessionFilter, SessionMark } from '@license-monitor/db';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { Conditional } from '../http/conditional';
import { toFilter } from '../http/to-filter';
import { Stores } from '../stores/stores';
import { reconciliationOf } from '../usage/product-plots';
import { summariseProduct } from '../usage/summarise-product';
import type { ProductFigures, UsageRange } from '../usage/usage-range';
import { UsageReport } from '../usage/usage-report';
import { UsageQuery } from '../usage/usage.query';
import { FINDING_COLUMNS } from './finding-columns';
import { findingOfChecks, findingsOfProduct } from './usage-findings';
import { Answers } from '../openapi/answers';

/** What each doubt about sessions means. */
const MARKED: Readonly<Record<SessionMark, Pick<FindingDto, 'kind' | 'meaning'>>> = {
  negative: {
    kind: 'negativeSession',
    meaning:
      'The log ends these sessions before it starts them: a clock was set back. They count with no length.',
  },
  startUnknown: {
    kind: 'endWithoutStart',
    meaning:
      'These sessions end without a grant: the log begins later, or a file is missing. They are in no figure of use.',
  },
  assumedEnd: {
    kind: 'assumedEnd',
    meaning:
      'These sessions were ended by assumption, as the log never does. A real end that comes later replaces it.',
  },
};

function aboutUse(rows: ProductFigures, range: UsageRange): FindingDto[] {
  return [
    ...findingsOfProduct(summariseProduct(rows, range)),
    ...findingOfChecks(reconciliationOf(rows)),
  ];
}

@ApiTags('findings')
@Controller('findings')
export class FindingsController {
  constructor(
    private readonly stores: Stores,
    private readonly report: UsageReport,
  ) {}

  @Get()
  @Conditional()
  @Answers(
    'FindingsDto',
    'What may make figures of a range wrong, or shows that they are, with the way to the rows.',
    'The last 7 days unless `from` is given.',
  )
  async list(
    @Query() query: UsageQuery,
    @Headers('accept') accept?: string,
  ): Promise<FindingsDto | StreamableFile> {
    const { range, products } = await this.report.readFigures(query);
    const filter = { ...toFilter(query), from: range.from, to: range.to };
    const items = [
      ...products.flatMap((rows) => aboutUse(rows, range)),
      ...(await this.aboutSessions(filter)),
      ...(await this.aboutLines(range)),
    ];
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') {
      const table = { name: 'findings', columns: FINDING_COLUMNS, rows: items };
      return tableFile(table, format, query);
    }
    return { asOf: Date.now(), from: range.from, to: range.to, items };
  }

  private async aboutSessions(filter: SessionFilter): Promise<FindingDto[]> {
    const { doubts } = await this.stores.history();
    const found: FindingDto[] = [];
    for (const [mark, { kind, meaning }] of Object.entries(MARKED)) {
      const counts = await doubts.markedSessions(mark as SessionMark, filter);
      for (const count of counts) {
        const product = encodeURIComponent(count.product ?? '');
        const range = `from=${count.firstAt}&to=${count.lastAt + 1}`;
        const rows = `/api/v1/sessions?status=closed&mark=${mark}&product=${product}&${range}`;
        found.push({ kind, ...count, meaning, rows });
      }
    }
    return found;
  }

  private async aboutLines({ from, to }: { from: number; to: number }): Promise<FindingDto[]> {
    const { doubts } = await this.stores.history();
    const toFinding = (kind: FindingKindDto, meaning: string, rows: string | null) => {
      return (count: DoubtCount): FindingDto => ({ kind, ...count, meaning, rows });
    };
    const steps = (await doubts.clockSteps(from, to)).map(
      toFinding(
        'clockStep',
        "The server's clock was set, or shows a time that does not exist: lengths of sessions across it are doubtful.",
        `/api/v1/events?from=${from}&to=${to}`,
      ),
    );
    const unknown = (await doubts.quarantinedLines(from, to)).map(
      toFinding(
        'lineNotUnderstood',
        'Lines that were read in this range and not understood; they are kept with their bytes.',
        null,
      ),
    );
    return [...steps, ...unknown];
  }
}
