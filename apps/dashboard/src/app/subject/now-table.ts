import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionDto } from '@license-monitor/api-contract';
import { ServerClock } from '../data/server-clock';
import type { SubjectRef } from '../data/subject-client';
import { findSeveralHosts } from '../live-sessions/session-badges';
import { toSessionRows } from '../live-sessions/session-rows';
import { SessionTable } from '../live-sessions/session-table';
import { sortSessions } from '../live-sessions/sort-sessions';
import type { SortOrder } from '../view-state/view-query';
import { fill } from '../wording/message';

const SHOWN = 10;

/** What a subject holds now, or who holds it: the first rows, and the way to all of them. */
@Component({
  selector: 'lm-now-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, SessionTable],
  template: `@if (sessions().length > 0) {
      <lm-session-table
        [rows]="rows()"
        [sort]="sort()"
        [now]="now()"
        [severalHosts]="severalHosts()"
        [fresh]="none"
        (sorted)="sort.set($event)"
      />
      @if (sessions().length > rows().length) {
        <p>
          <a
            routerLink="/live"
            queryParamsHandling="merge"
            [queryParams]="parameters()"
            data-testid="all-now"
            >{{ all() }}</a
          >
        </p>
      }
    } @else {
      <p i18n class="muted" data-testid="nothing-now">No session is open now.</p>
    }`,
})
export class NowTable {
  readonly ref = input.required<SubjectRef>();
  readonly sessions = input.required<readonly SessionDto[]>();

  protected readonly now = inject(ServerClock).minute;
  protected readonly none = new Set<number>();
  /** The longest first: that is who could be asked to give back. */
  protected readonly sort = signal<SortOrder>({ column: 'startedAt', isDescending: false });
  protected readonly severalHosts = computed(() => findSeveralHosts(this.sessions()));
  protected readonly parameters = computed(() => {
    const { kind, key } = this.ref();
    return { [kind]: key, from: null, to: null };
  });
  protected readonly all = computed(() =>
    fill($localize`{count, plural, one {All # session} other {All # sessions}}`, {
      count: this.sessions().length,
    }),
  );
  protected readonly rows = computed(() =>
    toSessionRows(sortSessions(this.sessions(), this.sort()).slice(0, SHOWN), {
      grouping: 'none',
      groupOrder: 'asSorted',
      closedGroups: new Set(),
      entitlements: new Map(),
    }),
  );
}
