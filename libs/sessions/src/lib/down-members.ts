/** A member of a failover cluster, both by number. */
export interface MemberOfCluster {
  readonly serverId: number;
  readonly member: number;
}

/** A cluster has exactly three members, and serves while two of them are up (log-format.md §6.4). */
const MEMBERS = 3;
const QUORUM = 2;

/** The members of clusters that said they stopped and have not started since. */
export class DownMembers {
  private readonly down = new Map<number, Set<number>>();

  constructor(members: Iterable<MemberOfCluster> = []) {
    for (const member of members) this.stop(member);
  }

  /** Returns whether the cluster can still serve. */
  stop({ serverId, member }: MemberOfCluster): boolean {
    const stopped = this.down.get(serverId) ?? new Set();
    this.down.set(serverId, stopped.add(member));
    return MEMBERS - stopped.size >= QUORUM;
  }

  start({ serverId, member }: MemberOfCluster): void {
    this.down.get(serverId)?.delete(member);
  }

  members(): MemberOfCluster[] {
    return [...this.down].flatMap(([serverId, members]) =>
      [...members].map((member) => ({ serverId, member })),
    );
  }
}
