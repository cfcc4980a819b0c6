import { Injectable } from '@nestjs/common';
import type { HistoryReader } from '@license-monitor/db';
import { CoverageReport, type ReadUntil } from '../observed/coverage-report';
import { toWindows } from '../denials/denial-windows.query';
import { findDeniedRequests } from '../denials/denied-requests';
import { toRange } from '../http/to-filter';
import { Stores } from '../stores/stores';
import { toProductKey } from '../products/product-key';
import { readProducts, readProductsWithSessions, type UsageFilter } from './read-products';
import type { UsageQuery } from './usage.query';
import type {
  ProductFigures,
  ProductRequests,
  ProductRows,
  ProductSessions,
  UsageRange,
} from './usage-range';

/** What a query for figures finds. */
export interface FoundUsage<Product = ProductRows> {
  readonly range: UsageRange;
  readonly products: readonly Product[];
}

/** What every reading begins with. */
interface Asked {
  readonly history: HistoryReader;
  readonly filter: UsageFilter;
  readonly range: UsageRange;
  readonly readUntil: ReadUntil;
}

/** Reads everything that figures over a range are made of. */
@Injectable()
export class UsageReport {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  /**
   * What a plot of any range is made of.
   *
   * @throws ProblemError when the range ends before it starts.
   */
  async read(query: UsageQuery): Promise<FoundUsage> {
    const { history, filter, range } = await this.ask(query);
    return { range, products: await readProducts(history, filter, Promise.resolve([])) };
  }

  /**
   * And what became of the refusals.
   *
   * @throws ProblemError when the range ends before it starts.
   */
  async readRequests(query: UsageQuery): Promise<FoundUsage<ProductRequests>> {
    const asked = await this.ask(query);
    const { history, filter, range } = asked;
    return { range, products: await readProducts(history, filter, findRequests(asked)) };
  }

  /**
   * And the figures of its sessions, as the database counts them.
   *
   * @throws ProblemError when the range ends before it starts.
   */
  async readFigures(query: UsageQuery): Promise<FoundUsage<ProductFigures>> {
    const asked = await this.ask(query);
    const { history, filter, range } = asked;
    const [products, figures] = await Promise.all([
      readProducts(history, filter, findRequests(asked)),
      history.figures.read(filter),
    ]);
    const byProduct = new Map(figures.map((one) => [toProductKey(one), one]));
    const withFigures = products.map((rows) => ({
      ...rows,
      figures: byProduct.get(toProductKey(rows)),
    }));
    return { range, products: withFigures };
  }

  /**
   * And all its sessions; it takes as long as they are many.
   *
   * @throws ProblemError when the range ends before it starts.
   */
  async readSessions(query: UsageQuery): Promise<FoundUsage<ProductSessions>> {
    const asked = await this.ask(query);
    const { history, filter, range } = asked;
    const requests = findRequests(asked);
    return { range, products: await readProductsWithSessions(history, filter, requests) };
  }

  private async ask(query: UsageQuery): Promise<Asked> {
    const history = await this.stores.history();
    const windows = toWindows(query);
    const readUntil = await this.coverage.readUntil(query.server);
    const asked = toRange(query, readUntil.latest);
    const filter = { ...asked, servers: await this.coverage.poolsOf(asked.servers) };
    const servers = await this.coverage.ofServers(filter, filter.servers);
    const gapsOfServer = new Map(servers.map(({ server, gaps }) => [server, gaps]));
    const range = { from: filter.from, to: filter.to, gapsOfServer, windows };
    return { history, filter, range, readUntil };
  }
}

async function findRequests({ history, filter, range, readUntil }: Asked) {
  const { windows } = range;
  const { requests } = await findDeniedRequests(history, { filter, windows, readUntil });
  return requests;
}
