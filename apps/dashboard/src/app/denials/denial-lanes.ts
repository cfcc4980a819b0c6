import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DeniedRequestDto } from '@license-monitor/api-contract';
import { CauseMark } from '../plot/cause-mark';
import { DenialLane } from '../plot/denial-lane';
import { SubjectPageLink } from '../table/subject-page-link';
import { denialCauses } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { Masking } from '../wording/masking';
import { InstantText } from '../wording/instant-text';
import { toProductLanes, type LaneRange } from './product-lanes';

/** When each product was denied, one lane a product, a shape for each cause. */
@Component({
  selector: 'lm-denial-lanes',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CauseMark, DenialLane, InstantText, SubjectPageLink],
  templateUrl: './denial-lanes.html',
  styleUrl: './denial-lanes.css',
})
export class DenialLanes {
  readonly requests = input.required<readonly DeniedRequestDto[]>();
  readonly range = input.required<LaneRange>();
  /** Whether there are earlier requests that were not fetched. */
  readonly hasMore = input(false);

  private readonly zone = inject(ViewState).zone;
  private readonly masking = inject(Masking);

  protected readonly lanes = computed(() =>
    toProductLanes(this.requests(), this.range(), this.zone(), this.masking.nameOf()),
  );
  protected readonly causes = computed(() =>
    denialCauses.filter((cause) => this.requests().some((request) => request.cause === cause)),
  );
  protected readonly unknownShare = computed(() => {
    if (!this.hasMore()) return 0;
    const { from, to } = this.range();
    const first = Math.min(to, ...this.requests().map(({ at }) => at));
    return Math.min(1, Math.max(0, (first - from) / (to - from)));
  });
}
