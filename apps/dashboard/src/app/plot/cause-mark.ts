import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DenialCauseDto } from '@license-monitor/api-contract';
import { causeNames } from '../wording/denial-words';
import { causeShapes } from './cause-shape';

/** The mark of a cause and its name, for tables and legends. */
@Component({
  selector: 'lm-cause-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg
      width="14"
      height="14"
      viewBox="-7 -7 14 14"
      aria-hidden="true"
      focusable="false"
      [attr.data-cause]="cause()"
    >
      <path [attr.d]="shape()" />
    </svg>
    {{ name() }}`,
  styles: `
    :host {
      white-space: nowrap;
    }
    svg {
      vertical-align: -2px;
    }
    path {
      fill: none;
      stroke: var(--text);
      stroke-width: 1.5;
    }
    [data-cause='capacity'] path {
      fill: var(--full);
      stroke: var(--full);
    }
  `,
})
export class CauseMark {
  readonly cause = input.required<DenialCauseDto>();

  protected readonly shape = computed(() => causeShapes[this.cause()]);
  protected readonly name = computed(() => causeNames[this.cause()]);
}
