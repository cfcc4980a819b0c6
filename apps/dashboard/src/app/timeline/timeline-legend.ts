import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { VisibleText } from '../wording/visible-text';
import { endNames, endShapes } from './bar-words';
import type { ProductColour } from './product-colours';

const ends = (['open', 'timeout', 'serverRestart', 'presumedLost'] as const).map((end) => ({
  end,
  name: endNames[end],
  shape: endShapes[end],
}));

/** What colours and marks of a timeline mean. */
@Component({
  selector: 'lm-timeline-legend',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [VisibleText],
  template: `<ul aria-label="Products" i18n-aria-label data-testid="legend">
      @for (one of coloured(); track one.product) {
        <li>
          <span class="swatch" aria-hidden="true" [attr.data-colour]="one.colour"></span>
          <bdi class="code">{{ one.product | lmVisibleText }}</bdi>
        </li>
      }
      @if (others() > 0) {
        <li>
          <span class="swatch" aria-hidden="true"></span> <span i18n>others ({{ others() }})</span>
        </li>
      }
    </ul>
    <ul aria-label="Ends of sessions" i18n-aria-label>
      @for (end of ends; track end.end) {
        <li>
          <svg width="14" height="16" viewBox="-3 -8 14 16" aria-hidden="true" focusable="false">
            <path [attr.d]="end.shape" />
          </svg>
          {{ end.name }}
        </li>
      }
      <li>
        <span class="swatch hatched" aria-hidden="true"></span> <span i18n>not observed</span>
      </li>
    </ul>`,
  styleUrl: './timeline-legend.css',
})
export class TimelineLegend {
  readonly products = input.required<readonly ProductColour[]>();

  protected readonly ends = ends;
  protected readonly coloured = computed(() =>
    this.products().filter(({ colour }) => colour !== null),
  );
  protected readonly others = computed(() => this.products().length - this.coloured().length);
}
