import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  ComparedDto,
  HourOfWeekDto,
  LoadDurationDto,
  ReconciliationDto,
  UsageSeriesDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { Conditional } from '../http/conditional';
import { PlotQuery, SeriesQuery, WeekQuery } from './plots.query';
import { loadOf, reconciliationOf, seriesOf, weekOf } from './product-plots';
import { SUMMARY_COLUMNS } from './summary-columns';
import { summariseProduct } from './summarise-product';
import { UsageReport } from './usage-report';
import { toBucketMs } from './buckets.query';
import { SummaryQuery, toComparedQuery } from './compare.query';
import type { UsageQuery } from './usage.query';
import { Exported } from '../export/exported';
import { toLoadTable, toReconciliationTable, toSeriesTable, toWeekTable } from './plot-tables';
import { Answers } from '../openapi/answers';

const toComparedDto = <Item>({ from, to, items }: ComparedDto<Item>): ComparedDto<Item> => ({
  from,
  to,
  items,
});

@ApiTags('usage')
@Controller('usage')
export class UsageController {
  constructor(private readonly report: UsageReport) {}

  @Get('summary')
  @Conditional()
  @Answers(
    'UsageSummaryDto',
    'The figures of each product over a range: use, refusals, seats, and what was not measured.',
    'The last 7 days unless `from` is given.',
  )
  async summary(
    @Query() query: SummaryQuery,
    @Headers('accept') accept?: string,
  ): Promise<UsageSummaryDto | StreamableFile> {
    const { windows, ...summary } = await this.summarise(query);
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') {
      const table = { name: 'usage', columns: SUMMARY_COLUMNS, rows: summary.items };
      return tableFile(table, format, query);
    }
    const compared = toComparedQuery(query, summary);
    const compare = compared && toComparedDto(await this.summarise(compared));
    return { asOf: Date.now(), ...summary, windows, compare: compare ?? null };
  }

  @Get('series')
  @Conditional()
  @Exported(toSeriesTable)
  @Answers(
    'UsageSeriesDto',
    'Use, refusals and seats over time, for plots: peaks survive, whatever the range.',
    'The last 7 days unless `from` is given.',
  )
  async series(@Query() query: SeriesQuery): Promise<UsageSeriesDto> {
    const { bucketMs, ...series } = await this.plot(query);
    const compared = toComparedQuery(query, series);
    const compare = compared && toComparedDto(await this.plot(compared));
    return { asOf: Date.now(), ...series, bucketMs, compare: compare ?? null };
  }

  @Get('load-duration')
  @Conditional()
  @Exported(toLoadTable)
  @Answers(
    'LoadDurationDto',
    'For how long at least so many licences were in use, and how many would have been enough.',
    'The last 7 days unless `from` is given.',
  )
  async loadDuration(@Query() query: PlotQuery): Promise<LoadDurationDto> {
    const { range, products } = await this.report.readRequests(query);
    const { from, to } = range;
    return { asOf: Date.now(), from, to, items: products.map((rows) => loadOf(rows, range)) };
  }

  @Get('reconciliation')
  @Conditional()
  @Exported(toReconciliationTable)
  @Answers(
    'ReconciliationDto',
    'How far the log and the server differ on what is in use: the quality of all other figures.',
    'The last 7 days unless `from` is given.',
  )
  async reconciliation(@Query() query: PlotQuery): Promise<ReconciliationDto> {
    const { range, products } = await this.report.read(query);
    const { from, to } = range;
    const items = products.map((rows) => reconciliationOf(rows));
    return { asOf: Date.now(), from, to, items };
  }

  @Get('hour-of-week')
  @Conditional()
  @Exported(toWeekTable)
  @Answers(
    'HourOfWeekDto',
    'Use, grants and refusals by weekday and hour of a zone.',
    'The last 7 days unless `from` is given.',
  )
  async hourOfWeek(@Query() query: WeekQuery): Promise<HourOfWeekDto> {
    const { zone, ...rest } = query;
    const { range, products } = await this.report.read(rest);
    const { from, to } = range;
    const items = products.map((rows) => weekOf(rows, range, zone));
    return { asOf: Date.now(), from, to, zone, items };
  }

  private async summarise(query: UsageQuery) {
    const { range, products } = await this.report.readFigures(query);
    const { from, to, windows } = range;
    const items = products.map((rows) => summariseProduct(rows, range));
    return { from, to, windows, items };
  }

  private async plot(query: SeriesQuery) {
    const { range, products } = await this.report.read(query);
    const { from, to } = range;
    const bucketMs = toBucketMs(range, query.buckets);
    const grid = { from, bucketMs, count: Math.ceil((to - from) / bucketMs) };
    return { from, to, bucketMs, items: products.map((rows) => seriesOf(rows, range, grid)) };
  }
}
