import type { ElementRef } from '@angular/core';
import { ChangeDetectionStrategy, Component, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeniedRequestDto } from '@license-monitor/api-contract';
import { CauseMark } from '../plot/cause-mark';
import { Room } from '../table/room';
import { rowWindow } from '../table/row-window';
import { SubjectLink } from '../table/subject-link';
import { InstantText } from '../wording/instant-text';
import { formatCount } from '../wording/quantity';
import { VisibleText } from '../wording/visible-text';
import { describeOutcome } from './outcome-text';

/** Denied requests, one row each, the last one first; each leads to its explanation. */
@Component({
  selector: 'lm-denials-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CauseMark, InstantText, Room, RouterLink, SubjectLink, VisibleText],
  templateUrl: './denials-table.html',
  styleUrl: './denials-table.css',
})
export class DenialsTable {
  readonly requests = input.required<readonly DeniedRequestDto[]>();

  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  protected readonly shown = rowWindow(this.body, this.requests, ({ id }) => id);

  protected readonly outcomeOf = describeOutcome;
  protected readonly count = formatCount;
}
