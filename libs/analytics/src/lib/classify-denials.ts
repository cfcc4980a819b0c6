import { firstIndex } from './first-index';

/** A refusal for want of a licence; others do not feed planning (features.md §2.4). */
export interface CapacityDenial {
  readonly id: number;
  /** UTC milliseconds. */
  readonly at: number;
  /** Who asked for what: requests are folded, and grants found, under the same key. */
  readonly key: string;
}

/** A grant that may have answered a request. */
export interface AnsweringGrant {
  readonly at: number;
  readonly key: string;
}

/** Windows in milliseconds; stored with the result, as another choice gives other figures. */
export interface DenialWindows {
  /** Refusals of one key no further apart are one request. */
  readonly burstMs: number;
  /** A grant so near, before or after, means that the client got a licence elsewhere. */
  readonly redirectMs: number;
  /** A grant within this time ends the wait; without one the request is lost. */
  readonly retryMs: number;
}

/** The windows of features.md §2.4. */
export const DENIAL_WINDOWS: DenialWindows = {
  burstMs: 10_000,
  redirectMs: 5_000,
  retryMs: 15 * 60_000,
};

/**
 * `redirected`: granted by another server or product at once, so nobody waited. `delayed`: granted
 * later. `lost`: not granted within the window. `pending`: the window is not over yet.
 */
export type DenialOutcome = 'redirected' | 'delayed' | 'lost' | 'pending';

/** One request that was refused, however often the client asked. */
export interface DeniedRequest<Denial extends CapacityDenial = CapacityDenial> {
  readonly key: string;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Its first refusal. */
  readonly first: Denial;
  /** All of its refusals, oldest first. */
  readonly denials: readonly Denial[];
  readonly outcome: DenialOutcome;
  /** From the first refusal to the grant; null where there was none, or no wait. */
  readonly waitMs: number | null;
}

/**
 * Folds refusals into requests and says what became of each (features.md §2.4). True denials are the
 * delayed and the lost ones.
 *
 * @param untilOf UTC milliseconds up to which the log was read that would tell of a grant.
 */
export function classifyDenials<Denial extends CapacityDenial>(
  denials: readonly Denial[],
  grants: readonly AnsweringGrant[],
  untilOf: (denial: Denial) => number,
  windows: DenialWindows = DENIAL_WINDOWS,
): DeniedRequest<Denial>[] {
  const grantsByKey = groupTimes(grants);
  return toBursts(denials, windows.burstMs).map(({ first, lastAt, denials: own }) => {
    const { key, at: firstAt } = first;
    const times = grantsByKey.get(key) ?? [];
    const { outcome, waitMs } = findOutcome(firstAt, times, untilOf(first), windows);
    // Written out and made once: a year may have very many, and to spread two takes ten times as long.
    return { key, firstAt, lastAt, first, denials: own, outcome, waitMs };
  });
}

interface Burst<Denial> {
  readonly first: Denial;
  lastAt: number;
  readonly denials: Denial[];
}

function toBursts<Denial extends CapacityDenial>(
  denials: readonly Denial[],
  burstMs: number,
): Burst<Denial>[] {
  const bursts: Burst<Denial>[] = [];
  const lastOfKey = new Map<string, Burst<Denial>>();
  for (const denial of [...denials].sort((a, b) => a.at - b.at || a.id - b.id)) {
    const { at, key } = denial;
    const last = lastOfKey.get(key);
    if (last !== undefined && at - last.lastAt <= burstMs) {
      last.lastAt = at;
      last.denials.push(denial);
    } else {
      const burst: Burst<Denial> = { first: denial, lastAt: at, denials: [denial] };
      lastOfKey.set(key, burst);
      bursts.push(burst);
    }
  }
  return bursts;
}

function findOutcome(
  firstAt: number,
  grants: readonly number[],
  until: number,
  { redirectMs, retryMs }: DenialWindows,
): Pick<DeniedRequest, 'outcome' | 'waitMs'> {
  const earliest = firstAt - redirectMs;
  const isInTime = (index: number) => (grants[index] ?? Infinity) >= earliest;
  const granted = grants[firstIndex(grants.length, isInTime)] ?? Infinity;
  if (granted <= firstAt + redirectMs) return { outcome: 'redirected', waitMs: null };
  if (granted <= firstAt + retryMs) return { outcome: 'delayed', waitMs: granted - firstAt };
  return { outcome: until - firstAt <= retryMs ? 'pending' : 'lost', waitMs: null };
}

function groupTimes(grants: readonly AnsweringGrant[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { at, key } of [...grants].sort((a, b) => a.at - b.at)) {
    const list = times.get(key);
    if (list === undefined) times.set(key, [at]);
    else list.push(at);
  }
  return times;
}

/**
 * The share of requests that were refused in truth: denials / (grants + denials) (features.md §2.4).
 *
 * @returns from 0 to 1; undefined where nothing was asked for.
 */
export function denialRate(requests: readonly DeniedRequest[], grants: number): number | undefined {
  const denied = requests.filter(({ outcome }) => outcome === 'delayed' || outcome === 'lost');
  const asked = grants + denied.length;
  return asked === 0 ? undefined : denied.length / asked;
}
