import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { describeSparkline, toSparklinePath } from './sparkline-path';

const STEP_WIDTH = 5;
const HEIGHT = 20;

/** The peaks of the last 24 hours, drawn as steps; an hour of which nothing is known is hatched. */
@Component({
  selector: 'lm-sparkline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg
    role="img"
    [attr.aria-label]="text()"
    [attr.viewBox]="'0 0 ' + width() + ' ' + height"
    [attr.width]="width()"
    [attr.height]="height"
    focusable="false"
  >
    <title>{{ text() }}</title>
    <path class="area" [attr.d]="path().area" />
    <path class="line" [attr.d]="path().line" />
    <path class="hatch" [attr.d]="path().hatch" />
  </svg>`,
  styles: `
    svg {
      display: block;
      max-inline-size: 100%;
    }
    path {
      fill: none;
    }
    .area {
      fill: var(--series-fill);
    }
    .line {
      stroke: var(--series);
      stroke-width: 1.5;
    }
    .hatch {
      stroke: var(--control);
      stroke-width: 0.75;
    }
  `,
})
export class Sparkline {
  /** The peaks, oldest first; null where nothing is known. */
  readonly values = input.required<readonly (number | null)[]>();

  protected readonly height = HEIGHT;
  protected readonly width = computed(() => Math.max(1, this.values().length) * STEP_WIDTH);
  protected readonly path = computed(() => toSparklinePath(this.values(), STEP_WIDTH, HEIGHT));
  protected readonly text = computed(() => describeSparkline(this.values()));
}
