import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EntitlementDto, EntitlementsDto } from '@license-monitor/api-contract';
import type { CapacityReportInfo } from '@license-monitor/db';
import { RangeQuery } from '../http/list.query';
import { toFilter } from '../http/to-filter';
import { toModelDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';
import { capacityOfProduct, entitlementsWithin } from '../usage/capacity-of-product';
import { groupBy } from '../usage/group-by';
import { findIdentities, narrowReports, type Identity } from '../usage/product-identities';
import { Exported } from '../export/exported';
import { toEntitlementTable } from '../usage/plot-tables';
import { Answers } from '../openapi/answers';

@ApiTags('entitlements')
@Controller('entitlements')
export class EntitlementsController {
  constructor(private readonly stores: Stores) {}

  @Get()
  @Exported(toEntitlementTable)
  @Answers(
    'EntitlementsDto',
    'What the site owns, from when to when, who says so, and where the sources differ.',
    'Of all times unless `from` or `to` is given.',
  )
  async list(@Query() query: RangeQuery): Promise<EntitlementsDto> {
    const { capacity } = await this.stores.history();
    const { products, servers, from, to } = toFilter(query);
    const reports = await capacity.reports({ products, servers });
    const range = { from: from ?? 0, to: to ?? Infinity };
    const lastReports = lastOfEach(reports);
    const identities = findIdentities({ rows: [], reports, denials: [] });
    return {
      asOf: Date.now(),
      items: identities.map((identity) => toDto(identity, { reports, lastReports, range })),
      reports: lastReports.map(({ server, source, origin, takenAt, lastSeenAt }) => ({
        server,
        source,
        origin,
        takenAt,
        lastSeenAt,
      })),
      failures: await capacity.failures(servers),
    };
  }
}

interface Told {
  readonly reports: readonly CapacityReportInfo[];
  readonly lastReports: readonly CapacityReportInfo[];
  readonly range: { readonly from: number; readonly to: number };
}

function toDto(identity: Identity, { reports, lastReports, range }: Told): EntitlementDto {
  const capacity = capacityOfProduct(narrowReports(identity, [], reports));
  const lastPools = narrowReports(identity, [], lastReports);
  return {
    product: identity.product,
    editor: identity.editor,
    model: toModelDto(identity.model),
    intervals: entitlementsWithin(capacity, range) ?? [],
    byServer: [...capacity.byServer].map(([server, intervals]) => ({ server, intervals })),
    pools: [...lastPools].flatMap(([server, own]) =>
      own.flatMap(({ source, pools }) =>
        pools.map(({ seats, validFrom, validTo }) => ({
          server,
          source,
          seats,
          validFrom,
          validTo,
        })),
      ),
    ),
  };
}

/** The reports come in the order in which they were taken. */
const lastOfEach = (reports: readonly CapacityReportInfo[]): CapacityReportInfo[] =>
  [...groupBy(reports, ({ server, source }) => `${server} ${source}`).values()].flatMap(
    (own) => own.at(-1) ?? [],
  );
