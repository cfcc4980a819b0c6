import { Injectable } from '@nestjs/common';
import type { HistoryReader } from '@license-monitor/db';
import { CoverageReport } from '../observed/coverage-report';
import { toWindows } from '../denials/denial-windows.query';
import { findDeniedRequests, type FoundRequests } from '../denials/denied-requests';
import { toRange } from '../http/to-filter';
import { Stores } from '../stores/stores';
import { toProductKey } from '../products/product-key';
import { readProducts, readProductsWithSessions, type UsageFilter } from './read-products';
import type { UsageQuery } from './usage.query';
import type { ProductFigures, ProductRows, ProductSessions, UsageRange } from './usage-range';

/** What a query for figures finds. */
export interface FoundUsage<Product = ProductRows> {
  readonly range: UsageRange;
  readonly products: readonly Product[];
}

/** What both kinds of reading begin with. */
interface Asked {
  readonly history: HistoryReader;
  readonly filter: UsageFilter;
  readonly denied: FoundRequests;
  readonly range: UsageRange;
}

/** Reads everything that figures over a range are made of. */
@Injectable()
export class UsageReport {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  /**
   * All but the sessions: what a plot of any range is made of.
   *
   * @throws ProblemError when the range ends before it starts.
   */
  async read(query: UsageQuery): Promise<FoundUsage> {
    const { history, filter, denied, range } = await this.ask(query);
    return { range, products: await readProducts(history, filter, denied) };
  }

  /**
   * And the figures of its sessions, as the database counts them.
   *
   * @throws ProblemError when the range ends before it starts.
   */
  async readFigures(query: UsageQuery): Promise<FoundUsage<ProductFigures>> {
    const { history, filter, denied, range } = await this.ask(query);
    const products = await readProducts(history, filter, denied);
    const figures = await history.figures.read(filter);
    const byProduct = new Map(figures.map((one) => [toProductKey(one), one]));
    const withFigures = products.map((rows) => ({
      ...rows,
      figures: byProduct.get(toProductKey(rows)),
    }));
    return { range, products: withFigures };
  }

  /**
   * The sessions, too; it takes as long as they are many.
   *
   * @throws ProblemError when the range ends before it starts.
   */
  async readSessions(query: UsageQuery): Promise<FoundUsage<ProductSessions>> {
    const { history, filter, denied, range } = await this.ask(query);
    return { range, products: await readProductsWithSessions(history, filter, denied) };
  }

  private async ask(query: UsageQuery): Promise<Asked> {
    const history = await this.stores.history();
    const windows = toWindows(query);
    const readUntil = await this.coverage.readUntil();
    const asked = toRange(query, readUntil);
    const filter = { ...asked, servers: await this.coverage.poolsOf(asked.servers) };
    const denied = await findDeniedRequests(history, { filter, windows, readUntil });
    const servers = await this.coverage.ofServers(filter, filter.servers);
    const gapsOfServer = new Map(servers.map(({ server, gaps }) => [server, gaps]));
    const range = { from: filter.from, to: filter.to, gapsOfServer, windows };
    return { history, filter, denied, range };
  }
}
