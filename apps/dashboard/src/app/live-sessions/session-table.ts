import type { ElementRef } from '@angular/core';
import { ChangeDetectionStrategy, Component, input, output, viewChild } from '@angular/core';
import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import { Room } from '../table/room';
import { rowWindow } from '../table/row-window';
import { SubjectLink } from '../table/subject-link';
import { SubjectPageLink } from '../table/subject-page-link';
import type { SortColumn, SortOrder } from '../view-state/view-query';
import { formatDuration, toIsoDuration } from '../wording/duration';
import { InstantText } from '../wording/instant-text';
import { NameText } from '../wording/masking';
import { toSessionBadges, type SessionBadge } from './session-badges';
import type { SessionRow } from './session-rows';

const columns: readonly { readonly column: SortColumn; readonly name: string }[] = [
  { column: 'user', name: $localize`User` },
  { column: 'product', name: $localize`Product` },
  { column: 'host', name: $localize`Host` },
  { column: 'startedAt', name: $localize`Since` },
  { column: 'duration', name: $localize`Duration` },
  { column: 'server', name: $localize`Server` },
];

/** Open sessions, one row each, in groups or not. */
@Component({
  selector: 'lm-session-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [InstantText, NameText, Room, SubjectLink, SubjectPageLink],
  templateUrl: './session-table.html',
  styleUrl: './session-table.css',
})
export class SessionTable {
  readonly rows = input.required<readonly SessionRow[]>();
  readonly sort = input.required<SortOrder>();
  /** The instant up to which lengths are counted. */
  readonly now = input.required<EpochMs>();
  /** Ids of the sessions whose users hold the same product on several hosts. */
  readonly severalHosts = input.required<ReadonlySet<number>>();
  /** Ids of the sessions that have just appeared. */
  readonly fresh = input.required<{ has(id: number): boolean }>();

  /** Emits the order that the person asks for. */
  readonly sorted = output<SortOrder>();
  /** Emits the key of the group to open or close. */
  readonly groupToggled = output<string>();

  protected readonly columns = columns;
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  protected readonly shown = rowWindow(this.body, this.rows, ({ key }) => key);

  protected ariaSort(column: SortColumn): 'ascending' | 'descending' | null {
    const { column: sorted, isDescending } = this.sort();
    if (column !== sorted) return null;
    return isDescending ? 'descending' : 'ascending';
  }

  protected sortBy(column: SortColumn): void {
    const { column: sorted, isDescending } = this.sort();
    this.sorted.emit({ column, isDescending: column === sorted && !isDescending });
  }

  protected badgesOf(session: SessionDto): readonly SessionBadge[] {
    return toSessionBadges(session, this.severalHosts().has(session.id), this.now());
  }

  protected durationOf(startedAt: number): { readonly text: string; readonly iso: string } {
    const durationMs = this.now() - startedAt;
    return { text: formatDuration(durationMs), iso: toIsoDuration(durationMs) };
  }
}
