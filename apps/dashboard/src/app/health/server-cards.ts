import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ServerHealthDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { InstantText } from '../wording/instant-text';
import { formatCount } from '../wording/quantity';
import { toVisibleText, VisibleText } from '../wording/visible-text';
import { describeBehind, mendOf, stateWords } from './server-state';

/** Each licence server: how it is followed, what is wrong and what mends it, and what was counted. */
@Component({
  selector: 'lm-server-cards',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [InstantText, VisibleText],
  templateUrl: './server-cards.html',
  styleUrl: './server-cards.css',
})
export class ServerCards {
  readonly servers = input.required<readonly ServerHealthDto[]>();

  protected readonly words = stateWords;
  protected readonly mendOf = mendOf;
  protected readonly behindOf = describeBehind;
  protected readonly count = formatCount;
  protected readonly duration = formatDuration;

  protected labelOf({ server }: ServerHealthDto): string {
    return $localize`Licence server ${toVisibleText(server)}:server:`;
  }
}
