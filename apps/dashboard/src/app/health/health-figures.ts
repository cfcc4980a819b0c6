import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Clock } from '../data/clock';
import { lastValue } from '../data/last-value';
import { MonitorHealth } from '../data/monitor-health';
import { reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import { coverageResource, findingsResource } from '../data/trust-client';
import { isSameRequest, toFiguresRequest } from '../view-state/figures-request';
import { ViewState } from '../view-state/view-state';

/** Where the address names no start. */
export const STANDARD_START = { kind: 'ago', amount: 30, unit: 'd' } as const;
const REFRESH_EVERY_MS = 5 * 60_000;

/** How far the figures can be trusted: the monitor now, and the logs over a range. */
@Injectable()
export class HealthFigures {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);
  private readonly now = signal(this.serverClock.now());

  /** What the monitor says of itself; follows the stream. */
  readonly health = inject(MonitorHealth).health;

  private readonly request = computed(
    () => {
      const query = this.viewState.query();
      const from = query.from ?? STANDARD_START;
      const everyone = { product: [], user: [], host: [] };
      return toFiguresRequest({ ...query, ...everyone, from }, this.now());
    },
    { equal: isSameRequest },
  );

  readonly coverages = coverageResource(this.request);
  readonly findingLists = findingsResource(this.request);
  readonly coverage = lastValue(this.coverages);
  readonly findings = lastValue(this.findingLists);

  constructor() {
    reloadWhileFailing(this.coverages);
    reloadWhileFailing(this.findingLists);
    const stop = inject(Clock).every(REFRESH_EVERY_MS, () => this.now.set(this.serverClock.now()));
    inject(DestroyRef).onDestroy(stop);
  }
}
