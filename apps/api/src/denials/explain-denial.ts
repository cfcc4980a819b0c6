import { Injectable } from '@nestjs/common';
import type { DenialExplanationDto, DenialVerdictDto } from '@license-monitor/api-contract';
import { ALL_NAMES, type SessionRow } from '@license-monitor/db';
import { CoverageReport } from '../observed/coverage-report';
import { ProblemError } from '../http/problem';
import { countInUse } from '../sessions/count-in-use';
import { toSessionDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';
import { capacityOfProduct } from '../usage/capacity-of-product';
import { findIdentities, narrowReports } from '../usage/product-identities';
import { toWindows, type WindowsQuery } from './denial-windows.query';
import { findDeniedRequests, toDeniedRequestDto, type FoundRequest } from './denied-requests';

/** How far around a refusal its request is looked for, in milliseconds. */
const AROUND_MS = 24 * 60 * 60_000;

/** Where and when somebody was refused. */
interface Place {
  readonly at: number;
  readonly product: string;
  readonly server: string;
}

/** Says why somebody was refused, who held the pool then, and what came next. */
@Injectable()
export class DenialExplainer {
  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  /**
   * @param id of a refusal's event.
   * @throws ProblemError LM_NOT_FOUND where there is no such refusal.
   */
  async explain(id: number, query: WindowsQuery): Promise<DenialExplanationDto> {
    const history = await this.stores.history();
    const place = await history.denials.find(id);
    if (place === undefined) throw new ProblemError('LM_NOT_FOUND', `event ${id} is no refusal`);
    const windows = toWindows(query);
    const request = await this.requestOf(id, place, query);
    const holders = await this.holdersAt(place);
    const inUse = countInUse(holders).reduce((sum, { licenses }) => sum + licenses, 0);
    const entitlement = await this.seatsAt(place, holders);
    const dto = toDeniedRequestDto(request);
    const freed = holders.flatMap(({ endedAt }) => endedAt ?? []);
    return {
      request: dto,
      windows,
      verdict: judge(dto.cause, inUse, entitlement),
      inUse,
      entitlement,
      isObserved: await this.isObserved(place),
      holders: holders.map((row) => toSessionDto(row, place.at)),
      firstFreedAt: freed.length === 0 ? null : Math.min(...freed),
      grantedAt: request.first.grantedAt,
    };
  }

  private async requestOf(id: number, place: Place, query: WindowsQuery): Promise<FoundRequest> {
    const history = await this.stores.history();
    const { at, product } = place;
    const { touching } = await findDeniedRequests(history, {
      filter: { ...ALL_NAMES, products: [product], from: at - AROUND_MS, to: at + 1 },
      windows: toWindows(query),
      readUntil: await this.coverage.readUntil(),
    });
    const own = touching.find(({ denials }) => denials.some((denial) => denial.id === id));
    if (own === undefined) throw new Error(`refusal ${id} is part of no request`);
    return own;
  }

  /** Those who held the product in the pool that refused, the longest first. */
  private async holdersAt({ at, product, server }: Place): Promise<SessionRow[]> {
    const history = await this.stores.history();
    const names = { ...ALL_NAMES, products: [product], servers: [server] };
    const touched = await history.sessions.overlapping(at, at + 1, names);
    return touched
      .filter(({ endedAt }) => endedAt === null || endedAt > at)
      .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || a.id - b.id);
  }

  private async seatsAt(
    { at, product, server }: Place,
    holders: readonly SessionRow[],
  ): Promise<number | null> {
    const history = await this.stores.history();
    const reports = await history.capacity.reports({ products: [product], servers: [server] });
    const identities = findIdentities({ rows: holders, reports, denials: [] });
    const seats = identities.map((identity) => {
      const { total } = capacityOfProduct(narrowReports(identity, holders, reports));
      return total.find(({ from, to }) => from <= at && (to ?? Infinity) > at)?.seats ?? null;
    });
    const known = seats.flatMap((one) => one ?? []);
    if (known.length < seats.length || known.length === 0) return null;
    return known.reduce((sum, one) => sum + one, 0);
  }

  private async isObserved({ at, server }: Place): Promise<boolean> {
    const [pool] = await this.coverage.ofServers({ from: at, to: at + 1 }, [server]);
    return pool !== undefined && pool.observedMs > 0;
  }
}

function judge(cause: string, inUse: number, entitlement: number | null): DenialVerdictDto {
  if (cause === 'policy') return 'rule';
  if (cause === 'notEnrolled') return 'notOwned';
  if (cause !== 'capacity' || entitlement === null) return 'unknown';
  return inUse >= entitlement ? 'shortage' : 'seatsFree';
}
