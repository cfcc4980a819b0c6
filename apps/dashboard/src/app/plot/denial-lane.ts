import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { DenialCauseDto } from '@license-monitor/api-contract';
import { causeShapes } from './cause-shape';

/** A mark on a lane. */
export interface LaneMark {
  readonly cause: DenialCauseDto;
  /** Where it stands, as a share of the lane's length from its start, 0 to 1. */
  readonly at: number;
  /** What it says under the pointer. */
  readonly text: string;
}

/** A line of time with a mark for each denial, its shape by its cause. */
@Component({
  selector: 'lm-denial-lane',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg role="img" [attr.aria-label]="label()" width="100%" height="20" focusable="false">
    <line x1="0" x2="100%" y1="50%" y2="50%" />
    @for (mark of marks(); track $index) {
      <svg [attr.x]="percent(mark.at)" y="50%" overflow="visible" [attr.data-cause]="mark.cause">
        <path [attr.d]="shapes[mark.cause]">
          <title>{{ mark.text }}</title>
        </path>
      </svg>
    }
  </svg>`,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      overflow: visible;
    }
    line {
      stroke: var(--line);
    }
    path {
      fill: none;
      stroke: var(--text);
      stroke-width: 1.5;
    }
    [data-cause='capacity'] path {
      fill: var(--full);
      stroke: none;
    }
  `,
})
export class DenialLane {
  readonly marks = input.required<readonly LaneMark[]>();
  /** What the lane shows, in words. */
  readonly label = input.required<string>();

  protected readonly shapes = causeShapes;
  protected readonly percent = (share: number) => `${(share * 100).toFixed(2)}%`;
}
