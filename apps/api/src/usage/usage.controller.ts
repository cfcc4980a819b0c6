import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  HourOfWeekDto,
  LoadDurationDto,
  ReconciliationDto,
  UsageSeriesDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import { chooseFormat } from '../export/export-format';
import { tableFile } from '../export/table-file';
import { PlotQuery, SeriesQuery, WeekQuery } from './plots.query';
import { loadOf, reconciliationOf, seriesOf, weekOf } from './product-plots';
import { SUMMARY_COLUMNS } from './summary-columns';
import { allStepsOf, summariseProduct } from './summarise-product';
import { UsageReport } from './usage-report';
import { UsageQuery } from './usage.query';
import { Exported } from '../export/exported';
import { toLoadTable, toReconciliationTable, toSeriesTable, toWeekTable } from './plot-tables';
import { Answers } from '../openapi/answers';

@ApiTags('usage')
@Controller('usage')
export class UsageController {
  constructor(private readonly report: UsageReport) {}

  @Get('summary')
  @Answers(
    'UsageSummaryDto',
    'The figures of each product over a range: use, refusals, seats, and what was not measured.',
    'The last 7 days unless `from` is given.',
  )
  async summary(
    @Query() query: UsageQuery,
    @Headers('accept') accept?: string,
  ): Promise<UsageSummaryDto | StreamableFile> {
    const { range, products } = await this.report.readFigures(query);
    const { from, to, windows } = range;
    const items = products.map((rows) => summariseProduct(rows, range, allStepsOf(rows)));
    const format = chooseFormat(query.format, accept);
    if (format !== 'json') {
      const table = { name: 'usage', columns: SUMMARY_COLUMNS, rows: items };
      return tableFile(table, format, query);
    }
    return { asOf: Date.now(), from, to, windows, items };
  }

  @Get('series')
  @Exported(toSeriesTable)
  @Answers(
    'UsageSeriesDto',
    'Use, refusals and seats over time, for plots: peaks survive, whatever the range.',
    'The last 7 days unless `from` is given.',
  )
  async series(@Query() query: SeriesQuery): Promise<UsageSeriesDto> {
    const { range, products } = await this.report.read(query);
    const { from, to } = range;
    const bucketMs = Math.max(1, Math.ceil((to - from) / query.buckets));
    const grid = { from, bucketMs, count: Math.ceil((to - from) / bucketMs) };
    const items = products.map((rows) => seriesOf(rows, range, grid));
    return { asOf: Date.now(), from, to, bucketMs, items };
  }

  @Get('load-duration')
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
}
