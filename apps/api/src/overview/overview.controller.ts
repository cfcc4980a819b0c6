import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { startOfLocalDay } from '@license-monitor/analytics';
import type { OverviewDto, ProductUsageDto } from '@license-monitor/api-contract';
import {
  ALL_NAMES,
  type CapacityReportInfo,
  type DenialRow,
  type InUseRow,
  type UseRow,
} from '@license-monitor/db';
import { CoverageReport, type ReadUntil } from '../observed/coverage-report';
import { notInUse, toProductKey } from '../products/product-key';
import { toProductInUseDto, toSessionDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';
import { countDenials } from '../denials/count-denials';
import { OverviewQuery } from './overview.query';
import { capacityOfProduct } from '../usage/capacity-of-product';
import { groupBy } from '../usage/group-by';
import { narrowReports, type Identity } from '../usage/product-identities';
import { stepsOf } from '../usage/summarise-product';
import { findPeaks, type UseWindow } from './product-use';
import { Exported } from '../export/exported';
import { toOverviewTable } from '../products/product-tables';
import { Answers } from '../openapi/answers';

const DAY_MS = 24 * 60 * 60_000;
const LONGEST = 3;

@ApiTags('overview')
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  @Get()
  @Exported(toOverviewTable)
  @Answers(
    'OverviewDto',
    "Are we short now? What is in use, today's peaks, the last 24 hours, today's refusals.",
  )
  async overview(@Query() { zone }: OverviewQuery): Promise<OverviewDto> {
    const live = await this.stores.live();
    const history = await this.stores.history();
    const now = Date.now();
    const window = {
      now,
      todayFrom: startOfLocalDay(now, zone),
      dayFrom: now - DAY_MS,
      observedFrom: await history.firstEventAt(),
    };
    const readUntil = await this.coverage.readUntil();
    const lastEventId = await live.lastEventId();
    const inUse = await live.inUse(ALL_NAMES);
    const since = Math.min(window.dayFrom, window.todayFrom);
    const uses = groupBy(await history.use.steps(since, now, ALL_NAMES), toProductKey);
    const denials = await history.denialsSince(window.todayFrom);
    const reports = await history.capacity.reports(ALL_NAMES);
    return {
      asOf: now,
      lastEventId,
      todayFrom: window.todayFrom,
      zone,
      users: await live.countUsers(),
      products: toProducts({ inUse, uses, denials, reports, window, readUntil }),
      longestOpen: (await live.longestOpen(LONGEST)).map((row) => toSessionDto(row, now)),
    };
  }
}

interface Findings {
  readonly inUse: readonly InUseRow[];
  readonly uses: ReadonlyMap<string, readonly UseRow[]>;
  readonly denials: readonly DenialRow[];
  readonly reports: readonly CapacityReportInfo[];
  readonly window: Omit<UseWindow, 'observedTo'>;
  readonly readUntil: ReadUntil;
}

/** Every product that is in use, was in use in the window, or was refused today. */
function toProducts(findings: Findings): ProductUsageDto[] {
  const { inUse, uses, denials, reports, window, readUntil } = findings;
  const rows = new Map(inUse.map((row) => [toProductKey(row), row]));
  for (const [key, [first]] of uses) if (first && !rows.has(key)) rows.set(key, notInUse(first));
  const refused = groupBy(denials, ({ product }) => product);
  const codes = new Set([...rows.values()].map(({ product }) => product));
  for (const product of refused.keys()) {
    const row = notInUse<InUseRow['model']>({ product, editor: null, model: 'unknown' });
    if (!codes.has(product)) rows.set(toProductKey(row), row);
  }
  return [...rows].map(([key, row]) => ({
    ...toProductInUseDto(row),
    entitlement: seatsNow(row, uses.get(key) ?? [], reports, window.now),
    ...findPeaks(stepsOf(uses.get(key) ?? []), {
      ...window,
      observedTo: observedTo(uses.get(key) ?? [], readUntil),
    }),
    denialsToday: countDenials(refused.get(row.product) ?? []),
  }));
}

/** A sum of several servers is known as far as each of them was read. */
const observedTo = (uses: readonly UseRow[], { latest, ofPool }: ReadUntil): number =>
  uses.reduce((until, { server }) => Math.min(until, ofPool.get(server) ?? until), latest);

/** Seats owned at an instant; null while unknown or without limit. */
function seatsNow(
  identity: Identity,
  uses: readonly UseRow[],
  reports: readonly CapacityReportInfo[],
  now: number,
): number | null {
  const { total } = capacityOfProduct(narrowReports(identity, uses, reports));
  return total.find(({ from, to }) => from <= now && (to ?? Infinity) > now)?.seats ?? null;
}
