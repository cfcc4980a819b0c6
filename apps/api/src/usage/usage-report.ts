import { Injectable } from '@nestjs/common';
import { CoverageReport } from '../observed/coverage-report';
import { toWindows } from '../denials/denial-windows.query';
import { findDeniedRequests } from '../denials/denied-requests';
import { toRange } from '../http/to-filter';
import { Stores } from '../stores/stores';
import { readProducts } from './read-products';
import type { UsageQuery } from './usage.query';
import type { ProductRows, UsageRange } from './usage-range';

/** What a query for figures finds. */
export interface FoundUsage {
  readonly range: UsageRange;
  readonly products: readonly ProductRows[];
}

/** Reads everything that figures over a range are made of. */
@Injectable()
export class UsageReport {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  /** @throws ProblemError when the range ends before it starts. */
  async read(query: UsageQuery): Promise<FoundUsage> {
    const history = await this.stores.history();
    const windows = toWindows(query);
    const readUntil = await this.coverage.readUntil();
    const asked = toRange(query, readUntil);
    const filter = { ...asked, servers: await this.coverage.poolsOf(asked.servers) };
    const denied = await findDeniedRequests(history, { filter, windows, readUntil });
    const products = await readProducts(history, filter, denied);
    const servers = await this.coverage.ofServers(filter, filter.servers);
    const gapsOfServer = new Map(servers.map(({ server, gaps }) => [server, gaps]));
    return { range: { from: filter.from, to: filter.to, gapsOfServer, windows }, products };
  }
}
