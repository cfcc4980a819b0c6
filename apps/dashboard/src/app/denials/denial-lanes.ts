import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DenialSeriesDto } from '@license-monitor/api-contract';
import { CauseMark } from '../plot/cause-mark';
import { DenialLane } from '../plot/denial-lane';
import { SubjectPageLink } from '../table/subject-page-link';
import { denialCauses } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { InstantText } from '../wording/instant-text';
import { toProductLanes } from './product-lanes';

/** When each product was denied, one lane a product, a shape for each cause. */
@Component({
  selector: 'lm-denial-lanes',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CauseMark, DenialLane, InstantText, SubjectPageLink],
  templateUrl: './denial-lanes.html',
  styleUrl: './denial-lanes.css',
})
export class DenialLanes {
  readonly series = input.required<DenialSeriesDto>();

  private readonly viewState = inject(ViewState);

  protected readonly lanes = computed(() => toProductLanes(this.series(), this.viewState.zone()));
  protected readonly causes = computed(() =>
    denialCauses.filter((cause) => this.series().items.some(({ causes }) => causes[cause] > 0)),
  );
  /** Whether a text narrows the rows of the table, which the lanes know nothing of. */
  protected readonly hasText = computed(() => this.viewState.query().q !== '');
}
