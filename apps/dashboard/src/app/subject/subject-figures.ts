import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { SubjectKindDto } from '@license-monitor/api-contract';
import { combineLatest, map } from 'rxjs';
import { closedSessionsResource } from '../data/api-client';
import { entitlementsResource } from '../data/capacity-client';
import { deniedRequestsResource } from '../data/figures-client';
import { lastValue, lastValueAbout } from '../data/last-value';
import { MonitorHealth } from '../data/monitor-health';
import { reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import { subjectResource, type SubjectRef } from '../data/subject-client';
import { coverageResource } from '../data/trust-client';
import { isSameRequest } from '../view-state/figures-request';
import { ViewState } from '../view-state/view-state';
import { toSubjectFilter, toSubjectRange } from './subject-request';

/** How many of the latest rows a page about a subject shows. */
const RECENT_ROWS = 10;

/** All that the page about a product, a user or a host asks for. */
@Injectable()
export class SubjectFigures {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);
  private readonly health = inject(MonitorHealth).health;
  private readonly now = signal(this.serverClock.now());
  private readonly route = inject(ActivatedRoute);

  /** What the page is about. */
  readonly ref = toSignal(
    combineLatest([this.route.data, this.route.paramMap]).pipe(
      map(([data, parameters]): SubjectRef => ({
        kind: data['kind'] as SubjectKindDto,
        key: parameters.get('key') ?? '',
      })),
    ),
    { requireSync: true, equal: isSameRequest },
  );

  private readonly range = computed(
    () => toSubjectRange(this.viewState.query(), this.health(), this.now()),
    { equal: isSameRequest },
  );
  private readonly rows = computed(() => ({
    ...toSubjectFilter(this.ref()),
    server: [],
    cursor: null,
    limit: RECENT_ROWS,
  }));

  readonly resource = subjectResource(() => ({
    ...this.ref(),
    ...this.range(),
    zone: this.viewState.zone(),
  }));
  readonly closed = closedSessionsResource(() => ({ ...this.rows(), from: null, to: null }));
  readonly denials = deniedRequestsResource(() => ({
    ...this.rows(),
    // A refusal is never so old that it is not worth a look; the list is short anyway.
    from: 0,
    to: null,
    cause: [],
    outcome: [],
    retryMinutes: this.viewState.query().retryMinutes,
  }));
  readonly coverage = coverageResource(() => ({
    ...this.range(),
    product: [],
    user: [],
    host: [],
    server: [],
  }));
  readonly entitlements = entitlementsResource(() => []);

  private readonly about = () => JSON.stringify(this.ref());
  /** What is known of the subject; undefined before the first answer about it. */
  readonly subject = lastValueAbout(this.resource, this.about);
  readonly recentSessions = lastValueAbout(this.closed, this.about);
  readonly recentDenials = lastValueAbout(this.denials, this.about);
  readonly owned = lastValue(this.entitlements);
  readonly observed = lastValue(this.coverage);

  constructor() {
    const resources = [this.resource, this.closed, this.denials, this.coverage, this.entitlements];
    for (const resource of resources) reloadWhileFailing(resource);
  }

  /** Fetches all that changes with time anew. */
  reload(): void {
    this.now.set(this.serverClock.now());
    for (const resource of [this.resource, this.closed, this.denials]) resource.reload();
  }
}
