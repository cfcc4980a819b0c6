import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FindingsDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { ViewState } from '../view-state/view-state';
import { InstantText } from '../wording/instant-text';
import { formatCount } from '../wording/quantity';
import { VisibleText } from '../wording/visible-text';
import { toFindingRows } from './finding-rows';
import { findingNames, toMeaning } from './finding-words';
import { toFindingsExport } from './health-export';

/** What may make figures wrong: each with what it means, and the way to its rows. */
@Component({
  selector: 'lm-finding-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, InstantText, RouterLink, VisibleText],
  templateUrl: './finding-table.html',
  styles: `
    tbody th {
      font-weight: 600;
    }
    td.wide {
      max-inline-size: 72ch;
    }
    @media (min-width: 640px) {
      .instant,
      .rows {
        white-space: nowrap;
      }
      .table .number {
        padding-inline-end: 24px;
      }
    }
  `,
})
export class FindingTable {
  readonly findings = input.required<FindingsDto>();

  private readonly viewState = inject(ViewState);

  protected readonly count = formatCount;
  protected readonly rows = computed(() => {
    const findings = this.findings();
    const kept = this.viewState.zoneParameters();
    return findings.items.map((finding) => {
      const rows = toFindingRows(finding, findings);
      return {
        ...finding,
        name: findingNames[finding.kind],
        said: toMeaning(finding),
        screen: rows?.kind === 'screen' ? rows.path : null,
        parameters: rows?.kind === 'screen' ? { ...kept, ...rows.parameters } : {},
        answer: rows?.kind === 'answer' ? rows.href : null,
      };
    });
  });
  protected readonly write = () => toFindingsExport(this.findings().items);
}
