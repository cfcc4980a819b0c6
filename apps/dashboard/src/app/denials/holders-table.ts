import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import { describeEnd } from '../history/session-end';
import { SubjectPageLink } from '../table/subject-page-link';
import { formatDuration } from '../wording/duration';
import { InstantText } from '../wording/instant-text';

/** Who held the pool at an instant, the longest first. */
@Component({
  selector: 'lm-holders-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [InstantText, SubjectPageLink],
  templateUrl: './holders-table.html',
  styles: `
    th[scope='row'] {
      font-weight: 400;
    }
    th[scope='row'],
    .code {
      overflow-wrap: anywhere;
    }
  `,
})
export class HoldersTable {
  readonly holders = input.required<readonly SessionDto[]>();
  /** The instant of the refusal. */
  readonly at = input.required<EpochMs>();

  protected readonly endOf = describeEnd;

  protected heldFor({ startedAt }: SessionDto): string {
    return startedAt === null ? $localize`unknown` : formatDuration(this.at() - startedAt);
  }
}
