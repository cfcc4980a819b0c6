import type { ElementRef } from '@angular/core';
import { ChangeDetectionStrategy, Component, inject, input, viewChild } from '@angular/core';
import { ServerClock } from '../data/server-clock';
import { Room } from '../table/room';
import { rowWindow } from '../table/row-window';
import { SubjectPageLink } from '../table/subject-page-link';
import { formatDuration } from '../wording/duration';
import { InstantText } from '../wording/instant-text';
import { formatCount } from '../wording/quantity';
import type { BarRow } from './bar-rows';
import { endNames, toBarEnd } from './bar-words';

/** What a timeline shows, as a table. */
@Component({
  selector: 'lm-bar-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [InstantText, Room, SubjectPageLink],
  templateUrl: './bar-table.html',
  styles: `
    tbody th {
      font-weight: 400;
    }
    .column-count {
      inline-size: 8%;
    }
  `,
})
export class BarTable {
  readonly rows = input.required<readonly BarRow[]>();

  private readonly now = inject(ServerClock).minute;
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  protected readonly shown = rowWindow(this.body, this.rows, ({ lane, id }) => `${lane} ${id}`);
  protected readonly count = formatCount;

  protected lengthOf({ startedAt, endedAt }: BarRow): string {
    return formatDuration((endedAt ?? this.now()) - startedAt);
  }

  protected endOf(row: BarRow): string {
    const end = toBarEnd(row);
    return end === null ? '–' : endNames[end];
  }
}
