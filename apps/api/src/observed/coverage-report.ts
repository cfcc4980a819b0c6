import { Injectable } from '@nestjs/common';
import {
  findGaps,
  joinMemberGaps,
  observedWithin,
  totalMs,
  type Gap,
  type Span,
} from '@license-monitor/analytics';
import type { ServerCoverageDto } from '@license-monitor/api-contract';
import type { FileSpan, HistoryReader, ServerInfo, ServerStateRow } from '@license-monitor/db';
import { SILENCE_MS } from '../health/health-report';
import { Stores } from '../stores/stores';
import { groupBy } from '../usage/group-by';
import { findOutages } from './server-outages';

/** What is known of how far each server is followed, by its name. */
type FollowedUntil = ReadonlyMap<string, number>;

/** Up to when logs were read, UTC milliseconds. */
export interface ReadUntil {
  /** Of the server that was read furthest: figures are given up to there, the others with a gap. */
  readonly latest: number;
  /** Of each server or cluster; of a cluster up to when all of its members were. */
  readonly ofPool: ReadonlyMap<string, number>;
}

/** Says for which times the logs tell about use. */
@Injectable()
export class CoverageReport {
  constructor(private readonly stores: Stores) {}

  /**
   * Up to when servers were read: now while one is followed, for then silence means that nothing
   * happened; otherwise its last line. A server that was retired stays at its last line, whatever
   * the others do.
   *
   * @param names only these servers, clusters or members; all where there are none.
   */
  async readUntil(names: readonly string[] = []): Promise<ReadUntil> {
    const history = await this.stores.history();
    const followed = await this.followedUntil();
    const files = groupBy(await history.coverage.fileSpans(), ({ serverId }) => `${serverId}`);
    const untilOf = ({ id, name }: ServerInfo) =>
      followed.get(name) ?? latestOf((files.get(`${id}`) ?? []).map(({ to }) => to));
    const pools = [...groupByPool(await history.servers(), names)].map(
      ([pool, members]) => [pool, members.map(untilOf)] as const,
    );
    const latest = latestOf(pools.flatMap(([, untils]) => untils));
    return {
      latest: latest === -Infinity ? Date.now() : latest,
      ofPool: new Map(pools.map(([pool, untils]) => [pool, Math.min(...untils)])),
    };
  }

  /**
   * The gaps of each server, or cluster, within a range.
   *
   * @param names only these servers, clusters or members; all where there are none.
   */
  async ofServers(range: Span, names: readonly string[]): Promise<ServerCoverageDto[]> {
    const history = await this.stores.history();
    const evidence = await this.readEvidence(history, range);
    const pools = groupByPool(await history.servers(), names);
    return [...pools].map(([server, members]) => {
      const gaps = joinMemberGaps(members.map((member) => gapsOf(member, evidence, range)));
      return { server, observedMs: totalMs(observedWithin(range, gaps)), gaps };
    });
  }

  /** Names of servers, those of a cluster's members being that of their cluster: they serve one pool. */
  async poolsOf(names: readonly string[]): Promise<string[]> {
    const servers = await (await this.stores.history()).servers();
    const clusterOf = new Map(servers.map(({ name, cluster }) => [name, cluster]));
    return [...new Set(names.map((name) => clusterOf.get(name) ?? name))];
  }

  /** Names of the servers that are followed now. */
  async followedServers(): Promise<string[]> {
    return [...(await this.followedUntil()).keys()];
  }

  private async readEvidence(history: HistoryReader, { from, to }: Span): Promise<Evidence> {
    return {
      files: await history.coverage.fileSpans(),
      states: await history.coverage.serverStates(from, to),
      followedUntil: await this.followedUntil(),
    };
  }

  private async followedUntil(): Promise<FollowedUntil> {
    const live = await this.stores.live();
    const now = Date.now();
    const following = (await live.statuses()).filter(
      ({ state, reportedAt }) => state === 'ok' && now - reportedAt <= SILENCE_MS,
    );
    return new Map(following.map(({ server }) => [server, now]));
  }
}

const latestOf = (instants: readonly number[]): number =>
  instants.reduce((latest, at) => Math.max(latest, at), -Infinity);

interface Evidence {
  readonly files: readonly FileSpan[];
  readonly states: readonly ServerStateRow[];
  readonly followedUntil: FollowedUntil;
}

function gapsOf({ id, name }: ServerInfo, evidence: Evidence, range: Span): Gap[] {
  const isOwn = ({ serverId }: { readonly serverId: number }) => serverId === id;
  const log = {
    files: evidence.files.filter(isOwn),
    outages: findOutages(evidence.states.filter(isOwn)),
    followedUntil: evidence.followedUntil.get(name) ?? null,
  };
  return findGaps(log, range);
}

function groupByPool(
  servers: readonly ServerInfo[],
  names: readonly string[],
): Map<string, ServerInfo[]> {
  const pools = new Map<string, ServerInfo[]>();
  for (const server of servers) {
    const pool = server.cluster ?? server.name;
    if (names.length > 0 && !names.includes(pool) && !names.includes(server.name)) continue;
    pools.set(pool, [...(pools.get(pool) ?? []), server]);
  }
  return pools;
}
