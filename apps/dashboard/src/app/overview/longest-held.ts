import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionDto } from '@license-monitor/api-contract';
import { ServerClock } from '../data/server-clock';
import { SubjectPageLink } from '../table/subject-page-link';
import { formatDuration, toIsoDuration } from '../wording/duration';
import { VisibleText } from '../wording/visible-text';

/** The sessions that have been open longest. */
@Component({
  selector: 'lm-longest-held',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, SubjectPageLink, VisibleText],
  template: `<section aria-labelledby="longest-held" data-testid="longest-held">
    <h2 i18n id="longest-held">Held longest</h2>
    <ol>
      @for (session of sessions(); track session.id) {
        <li>
          <a
            class="code"
            routerLink="/live"
            queryParamsHandling="merge"
            [queryParams]="{ product: session.product, user: session.user }"
            ><bdi>{{ session.product | lmVisibleText }}</bdi></a
          >
          <lm-subject-page-link kind="user" [name]="session.user" />
          <lm-subject-page-link class="code muted" kind="host" [name]="session.host" />
          @if (session.startedAt !== null) {
            <time [attr.datetime]="isoDuration(now() - session.startedAt)">{{
              duration(now() - session.startedAt)
            }}</time>
          }
        </li>
      }
    </ol>
  </section>`,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 32px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 12px;
      overflow-wrap: anywhere;
    }
    time {
      font-weight: 600;
    }
  `,
})
export class LongestHeld {
  readonly sessions = input.required<readonly SessionDto[]>();

  protected readonly now = inject(ServerClock).minute;
  protected readonly duration = formatDuration;
  protected readonly isoDuration = toIsoDuration;
}
