import { Injectable } from '@angular/core';
import type { DurationMs, EpochMs } from '@license-monitor/api-contract';

/** Stops what a {@link Clock} was going to run. */
export type Cancel = () => void;

/** The browser's clock and timers; the only place that reads them, so that tests can pass time in. */
@Injectable({ providedIn: 'root' })
export class Clock {
  /** Returns the present instant by the browser's clock. */
  now(): EpochMs {
    return Date.now();
  }

  /** Runs once, after a delay. */
  after(delayMs: DurationMs, run: () => void): Cancel {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  }

  /** Runs again and again, with a period between the starts. */
  every(periodMs: DurationMs, run: () => void): Cancel {
    const timer = setInterval(run, periodMs);
    return () => clearInterval(timer);
  }
}
