import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { DurationMs, EpochMs } from '@license-monitor/api-contract';
import { Clock } from './clock';

const MINUTE_MS = 60_000;
// Below this the difference is the time the answer took to arrive.
const NOTICEABLE_MS = 2_000;

/**
 * The API's clock, as far as its answers tell. Durations are counted with it, because the clock
 * of a workstation may be minutes off.
 */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private readonly clock = inject(Clock);
  private offsetMs: DurationMs = 0;
  private readonly ticked = signal<EpochMs>(this.clock.now());

  /** The present instant by the API's clock; changes once a minute. */
  readonly minute = this.ticked.asReadonly();

  constructor() {
    const stop = this.clock.every(MINUTE_MS, () => this.ticked.set(this.now()));
    inject(DestroyRef).onDestroy(stop);
  }

  /** Returns the present instant by the API's clock. */
  now(): EpochMs {
    return this.clock.now() + this.offsetMs;
  }

  /** Learns the API's clock from the `asOf` of an answer that has just arrived. */
  observe(asOf: EpochMs): void {
    const offsetMs = asOf - this.clock.now();
    if (Math.abs(offsetMs - this.offsetMs) < NOTICEABLE_MS) return;
    this.offsetMs = offsetMs;
    this.ticked.set(this.now());
  }
}
