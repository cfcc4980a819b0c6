import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CoverageDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { formatDuration } from '../wording/duration';
import { InstantText } from '../wording/instant-text';
import { VisibleText } from '../wording/visible-text';
import { toGapRows } from './gap-rows';
import { toGapsExport } from './health-export';
import { formatObserved, toObservedShares } from './observed-share';

/** The observed share of each server, and the times that are not measured, with the reason. */
@Component({
  selector: 'lm-gap-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, InstantText, VisibleText],
  templateUrl: './gap-table.html',
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    tbody th {
      font-weight: 400;
    }
  `,
})
export class GapTable {
  readonly coverage = input.required<CoverageDto>();

  protected readonly shares = computed(() =>
    toObservedShares(this.coverage()).map(({ server, share }) => ({
      server,
      text: share === null ? $localize`unknown` : formatObserved(share),
    })),
  );
  protected readonly rows = computed(() => toGapRows(this.coverage()));
  protected readonly duration = formatDuration;
  protected readonly write = () => toGapsExport(this.rows());
}
