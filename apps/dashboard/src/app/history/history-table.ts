import type { ElementRef } from '@angular/core';
import { ChangeDetectionStrategy, Component, input, viewChild } from '@angular/core';
import type { SessionDto } from '@license-monitor/api-contract';
import { Room } from '../table/room';
import { rowWindow } from '../table/row-window';
import { SubjectLink } from '../table/subject-link';
import { SubjectPageLink } from '../table/subject-page-link';
import { formatDuration, toIsoDuration } from '../wording/duration';
import { InstantText } from '../wording/instant-text';
import { describeEnd, toLength } from './session-end';

/** Closed sessions, one row each, newest end first. */
@Component({
  selector: 'lm-history-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [InstantText, Room, SubjectLink, SubjectPageLink],
  templateUrl: './history-table.html',
  styleUrl: './history-table.css',
})
export class HistoryTable {
  readonly sessions = input.required<readonly SessionDto[]>();

  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  protected readonly shown = rowWindow(this.body, this.sessions, ({ id }) => id);

  protected readonly endOf = describeEnd;
  protected readonly lengthOf = toLength;
  protected readonly duration = formatDuration;
  protected readonly isoDuration = toIsoDuration;
}
