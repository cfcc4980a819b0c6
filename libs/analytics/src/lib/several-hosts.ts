/** A session with its user, host and product; UTC milliseconds, half-open. */
export interface HostedSession {
  readonly user: string;
  readonly host: string;
  readonly product: string;
  readonly from: number;
  readonly to: number;
}

/** A time during which one user held one product on two or more hosts at once. */
export interface SeveralHosts {
  readonly user: string;
  readonly product: string;
  /** UTC milliseconds, half-open. */
  readonly from: number;
  readonly to: number;
  /** All hosts that took part, by name. */
  readonly hosts: readonly string[];
  /** The most of them at one instant. */
  readonly mostAtOnce: number;
}

/**
 * Finds the times during which a user held the same product on several hosts (features.md §2.7): a
 * licence each, where licences count by machine. A move from one host to the next at one instant is
 * none. Cost: n log n.
 *
 * @returns by user, then product, then time.
 */
export function findSeveralHosts(sessions: Iterable<HostedSession>): SeveralHosts[] {
  const found: SeveralHosts[] = [];
  for (const { user, product, held } of groupByOwner(sessions)) {
    for (const time of timesOnSeveralHosts(held)) found.push({ user, product, ...time });
  }
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return found.sort(
    (a, b) => compare(a.user, b.user) || compare(a.product, b.product) || a.from - b.from,
  );
}

function groupByOwner(sessions: Iterable<HostedSession>) {
  const groups = new Map<string, { user: string; product: string; held: HostedSession[] }>();
  for (const session of sessions) {
    const { user, product } = session;
    const key = JSON.stringify([user, product]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { user, product, held: [session] });
    else group.held.push(session);
  }
  return groups.values();
}

type Time = Omit<SeveralHosts, 'user' | 'product'>;

function* timesOnSeveralHosts(held: readonly HostedSession[]): Generator<Time> {
  const sessionsOn = new Map<string, number>();
  let open: { from: number; hosts: Set<string>; mostAtOnce: number } | undefined;
  const edges = toEdges(held);
  for (const [index, { at, host, change }] of edges.entries()) {
    const count = (sessionsOn.get(host) ?? 0) + change;
    if (count === 0) sessionsOn.delete(host);
    else sessionsOn.set(host, count);
    // What holds between two edges of one instant lasts no time: a move is no overlap.
    if (edges[index + 1]?.at === at) continue;
    if (sessionsOn.size >= 2) {
      open ??= { from: at, hosts: new Set(), mostAtOnce: 0 };
      for (const one of sessionsOn.keys()) open.hosts.add(one);
      open.mostAtOnce = Math.max(open.mostAtOnce, sessionsOn.size);
    } else if (open !== undefined) {
      yield { ...open, to: at, hosts: [...open.hosts].sort() };
      open = undefined;
    }
  }
}

function toEdges(held: readonly HostedSession[]) {
  return held
    .filter(({ from, to }) => from < to)
    .flatMap(({ host, from, to }) => [
      { at: from, host, change: 1 },
      { at: to, host, change: -1 },
    ])
    .sort((a, b) => a.at - b.at);
}
