import { LevelSums } from './level-sums';
import { eachPiece } from './piece-walker';
import { totalMs, type Observed } from './span';
import type { Steps } from './steps';

/** For how long exactly so many licences were in use, in milliseconds. */
export type TimeAtLevel = ReadonlyMap<number, number>;

/** h(n)·|O| of features.md §2.9: how long each number of licences was in use. */
export function timeAtLevels(steps: Steps, observed: Observed): TimeAtLevel {
  const times = new LevelSums();
  eachPiece(steps, observed, (from, to, inUse) => times.add(inUse, to - from));
  return times.toMap();
}

/** A point of the load-duration curve. */
export interface LoadDuration {
  readonly licenses: number;
  /** For how long at least so many licences were in use, in milliseconds. */
  readonly ms: number;
  /** The same as a share of the observed time, from 0 to 1. */
  readonly share: number;
}

/**
 * The load-duration curve D(n) = |{t ∈ O: U(t) ≥ n}| / |O| (features.md §2.9), for each n from 1 to
 * the peak. Σ D(n)·|O| = licence-time. Empty where nothing was in use or nothing observed.
 */
export function loadDuration(times: TimeAtLevel): LoadDuration[] {
  const observedMs = sumOf(times.values());
  const peak = Math.max(0, ...times.keys());
  const curve: LoadDuration[] = [];
  let ms = 0;
  for (let licenses = peak; licenses >= 1; licenses--) {
    ms += times.get(licenses) ?? 0;
    curve.unshift({ licenses, ms, share: ms / observedMs });
  }
  return curve;
}

/**
 * The time-weighted percentile q_p = min{n: |{t ∈ O: U(t) ≤ n}| ≥ p·|O|} (features.md §2.11): so many
 * licences were enough during the share `p` of the observed time. It cannot exceed the capacity that
 * was there, so of a pool that was full it says nothing about need.
 *
 * @param p from 0 to 1.
 * @returns undefined where nothing was observed.
 */
export function timePercentile(times: TimeAtLevel, p: number): number | undefined {
  const needed = p * sumOf(times.values());
  let ms = 0;
  for (const level of [...times.keys()].sort((a, b) => a - b)) {
    ms += times.get(level) ?? 0;
    if (ms >= needed) return level;
  }
  return undefined;
}

/**
 * The average A = (1/|O|) ∫ U dt over the observed time (features.md §2.2).
 *
 * @returns undefined where nothing was observed.
 */
export function averageUse(steps: Steps, observed: Observed): number | undefined {
  const observedMs = totalMs(observed);
  if (observedMs === 0) return undefined;
  let licenseMs = 0;
  eachPiece(steps, observed, (from, to, inUse) => {
    licenseMs += inUse * (to - from);
  });
  return licenseMs / observedMs;
}

const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
