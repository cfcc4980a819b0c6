import { computed, DestroyRef, inject, Injectable, signal, untracked } from '@angular/core';
import type { TimelineGroupDto } from '@license-monitor/api-contract';
import { Clock } from '../data/clock';
import { lastValue } from '../data/last-value';
import { reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import { timelineResource, type TimelineRequest } from '../data/timeline-client';
import { isSameRequest, toFiguresRequest } from '../view-state/figures-request';
import type { ViewQuery } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';

/** The API hands over so many lanes at once. */
export const PAGE_LANES = 100;
const REFRESH_EVERY_MS = 5 * 60_000;

/** What the lanes of a view stand for: users unless it says otherwise. */
export function toGroup({ group }: Pick<ViewQuery, 'group'>): TimelineGroupDto {
  return group === 'none' ? 'user' : group;
}

/** The lanes of a view, fetched anew every five minutes. */
@Injectable()
export class TimelineFigures {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);
  private readonly refreshes = signal(0);

  private readonly request = computed<TimelineRequest>(
    () => {
      this.refreshes();
      const query = this.viewState.query();
      const now = untracked(() => this.serverClock.now());
      return {
        ...toFiguresRequest(query, now),
        group: toGroup(query),
        skip: (query.page - 1) * PAGE_LANES,
      };
    },
    { equal: isSameRequest },
  );

  readonly resource = timelineResource(this.request);
  readonly timeline = lastValue(this.resource);

  constructor() {
    reloadWhileFailing(this.resource);
    const stop = inject(Clock).every(REFRESH_EVERY_MS, () => this.refresh());
    inject(DestroyRef).onDestroy(stop);
  }

  private refresh(): void {
    // A range that is written out has passed, or ends with what was read: the same request then.
    const { to } = this.viewState.query();
    if (to !== null && to.kind !== 'now') return;
    this.refreshes.update((count) => count + 1);
    if (!this.resource.isLoading()) this.resource.reload();
  }
}
