import { computed, effect, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { EventDto } from '@license-monitor/api-contract';
import { firstEventResource } from '../data/event-client';
import { toFailure } from '../data/failure';
import { lastValue } from '../data/last-value';
import { MonitorHealth } from '../data/monitor-health';
import { reloadWhileFailing } from '../data/recovery';
import { OverviewFigures } from '../overview/overview-figures';
import { ViewState } from '../view-state/view-state';
import { toFirstSteps, type FirstStep } from './first-steps';

/** The API's word for stores that no monitor has made yet. */
const NOT_READY = 'LM_STORE_NOT_READY';

interface Seen {
  readonly firstTraced: EventDto | null;
  readonly firstGrant: EventDto | null;
}

/**
 * How far a site is from its first figures. A history without a single grant is asked for only while
 * the overview has nothing to show, so with data it costs nothing.
 */
@Injectable()
export class OnboardingWatch {
  private readonly figures = inject(OverviewFigures);
  private readonly health = inject(MonitorHealth).health;
  private readonly zone = inject(ViewState).zone;

  private readonly failure = computed(() => {
    const error = this.figures.resource.error();
    return error === undefined ? null : toFailure(error);
  });
  private readonly hasNoStore = computed(
    () => this.figures.overview() === undefined && this.failure()?.code === NOT_READY,
  );
  private readonly isEmpty = computed(() => this.figures.overview()?.products.length === 0);
  private readonly lastEventId = computed(() =>
    Math.max(this.health()?.lastEventId ?? 0, this.figures.overview()?.lastEventId ?? 0),
  );
  private readonly wasEmpty = linkedSignal<boolean, boolean>({
    source: () => this.isEmpty(),
    computation: (isEmpty, previous) => isEmpty || previous?.value === true,
  });
  /** A first grant stays the first one: nothing is asked for any more. */
  private readonly isDone = signal(false);
  private readonly asked = computed(() => {
    const lastEventId = this.lastEventId();
    return this.wasEmpty() && !this.isDone() && lastEventId > 0 ? lastEventId : null;
  });

  private readonly tracedRequest = firstEventResource(['grant', 'detachment', 'timeout'], () =>
    this.asked(),
  );
  private readonly grantRequest = firstEventResource(['grant'], () => this.asked());
  private readonly traced = lastValue(this.tracedRequest);
  private readonly granted = lastValue(this.grantRequest);

  /** What the history holds; undefined while it is not known. */
  private readonly seen = computed<Seen | undefined>(() => {
    if (this.lastEventId() === 0) return { firstTraced: null, firstGrant: null };
    const [traced, granted] = [this.traced(), this.granted()];
    if (traced === undefined || granted === undefined) return undefined;
    return { firstTraced: traced.items[0] ?? null, firstGrant: granted.items[0] ?? null };
  });

  private readonly all = computed<readonly FirstStep[] | undefined>(() => {
    const zone = this.zone();
    if (this.hasNoStore()) {
      const trouble = this.failure()?.detail ?? '';
      return toFirstSteps({ health: null, trouble, firstTraced: null, firstGrant: null, zone });
    }
    const [health, seen] = [this.health(), this.seen()];
    if (health === undefined || seen === undefined) return undefined;
    return toFirstSteps({ health, trouble: '', ...seen, zone });
  });

  private readonly isNeeded = computed(
    () => this.hasNoStore() || (this.isEmpty() && this.seen()?.firstGrant === null),
  );

  /** Whether they were shown on this visit: whoever has watched them sees the last one met, too. */
  private readonly isShown = linkedSignal<boolean, boolean>({
    source: () => this.isNeeded(),
    computation: (isNeeded, previous) => isNeeded || previous?.value === true,
  });

  /** The steps; undefined where there are data, or where it is not known yet whether there are. */
  readonly steps = computed(() => (this.isShown() ? this.all() : undefined));

  constructor() {
    reloadWhileFailing(this.tracedRequest);
    reloadWhileFailing(this.grantRequest);
    effect(() => {
      if (this.seen()?.firstGrant != null) this.isDone.set(true);
    });
  }
}
