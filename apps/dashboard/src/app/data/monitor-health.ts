import { effect, inject, Injectable, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { HealthDto } from '@license-monitor/api-contract';
import { healthResource } from './api-client';
import { LiveFeed } from './live-feed';
import { lastValue } from './last-value';
import { reloadWhileFailing } from './recovery';
import { ServerClock } from './server-clock';

/** What the monitor says about itself: first by request, then by the stream. */
@Injectable({ providedIn: 'root' })
export class MonitorHealth {
  private readonly resource = healthResource();
  private readonly fetched = lastValue(this.resource);
  private readonly current = linkedSignal<HealthDto | undefined>(() => this.fetched());

  /** The latest report; undefined before the first. */
  readonly health = this.current.asReadonly();

  constructor() {
    const serverClock = inject(ServerClock);
    reloadWhileFailing(this.resource);
    inject(LiveFeed)
      .messages.pipe(takeUntilDestroyed())
      .subscribe((message) => {
        if (message.kind === 'health') this.current.set(message.data);
      });
    effect(() => {
      const health = this.current();
      if (health !== undefined) serverClock.observe(health.asOf);
    });
  }
}
