import { computed, DestroyRef, inject, Injectable, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { ProductInUseDto } from '@license-monitor/api-contract';
import { overviewResource } from '../data/api-client';
import { Clock } from '../data/clock';
import { lastValue } from '../data/last-value';
import { LiveFeed } from '../data/live-feed';
import type { LiveMessage } from '../data/live-message';
import { reloadWhenBehind, reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import { throttle } from '../data/throttle';
import { ViewState } from '../view-state/view-state';
import { applyUsage } from './apply-usage';

const APPLY_EVERY_MS = 1_000;
const REFETCH_EVERY_MS = 5_000;
const REFRESH_EVERY_MS = 5 * 60_000;

/**
 * The figures of the overview. What is in use follows the stream at once; peaks, denials by cause
 * and the longest sessions are the API's to work out, so a change makes it be asked again.
 */
@Injectable()
export class OverviewFigures {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);
  private readonly clock = inject(Clock);

  /** The request behind the figures, for its state and to ask again. */
  readonly resource = overviewResource(() => this.viewState.zone());

  private readonly fetched = lastValue(this.resource);
  private readonly current = linkedSignal(() => this.fetched());
  private waiting: ProductInUseDto[] = [];
  private readonly apply = throttle(this.clock, APPLY_EVERY_MS, () => this.applyWaiting());
  private readonly refetch = throttle(this.clock, REFETCH_EVERY_MS, () => this.resource.reload());

  /** The figures as they are known; undefined before the first answer. */
  readonly overview = this.current.asReadonly();

  constructor() {
    reloadWhileFailing(this.resource);
    reloadWhenBehind(
      () => this.resource.reload(),
      computed(() => this.fetched()?.lastEventId),
    );
    inject(LiveFeed)
      .messages.pipe(takeUntilDestroyed())
      .subscribe((message) => this.receive(message));
    // Midnight passes and the last 24 hours move on even when nothing happens.
    const stop = this.clock.every(REFRESH_EVERY_MS, () => this.resource.reload());
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.apply.cancel();
      this.refetch.cancel();
    });
  }

  private receive(message: LiveMessage): void {
    if (message.kind === 'health') return;
    if (message.kind === 'usage') {
      this.waiting.push(...message.data.products);
      this.apply.request();
    }
    this.refetch.request();
  }

  private applyWaiting(): void {
    const changed = this.waiting;
    this.waiting = [];
    const at = this.serverClock.now();
    this.current.update((overview) => overview && applyUsage(overview, changed, at));
  }
}
