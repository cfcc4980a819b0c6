import type { DurationMs, EpochMs } from '@license-monitor/api-contract';
import type { Cancel, Clock } from './clock';

/** A call that is made at most once a period. */
export interface Throttled {
  /** Asks for a call: at once when the last one is a period ago, else when it will be. */
  readonly request: () => void;
  /** Forgets a call that was asked for and not made yet. */
  readonly cancel: Cancel;
}

/** Makes `run` happen at most once a period, the last request never lost. */
export function throttle(clock: Clock, periodMs: DurationMs, run: () => void): Throttled {
  let lastRunAt: EpochMs = Number.NEGATIVE_INFINITY;
  let cancelPending: Cancel | null = null;
  const runNow = () => {
    cancelPending = null;
    lastRunAt = clock.now();
    run();
  };
  return {
    request: () => {
      if (cancelPending !== null) return;
      const waitMs = lastRunAt + periodMs - clock.now();
      if (waitMs <= 0) runNow();
      else cancelPending = clock.after(waitMs, runNow);
    },
    cancel: () => {
      cancelPending?.();
      cancelPending = null;
    },
  };
}
