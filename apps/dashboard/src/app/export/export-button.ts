import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import { ServerClock } from '../data/server-clock';
import { ViewState } from '../view-state/view-state';
import { CopyAs } from './copy-as';
import { writeCsv } from './csv';
import { downloadText } from './download';
import { nameSessionsFile, toSessionsExport } from './sessions-export';

/** Saves the sessions that are shown as a CSV file, or copies them. */
@Component({
  selector: 'lm-export-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyAs],
  template: `<button
      i18n
      type="button"
      class="button"
      data-testid="export-csv"
      [disabled]="sessions().length === 0"
      (click)="save()"
    >
      Export CSV
    </button>
    <lm-copy-as [isEmpty]="sessions().length === 0" [write]="write" />`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class ExportButton {
  readonly sessions = input.required<readonly SessionDto[]>();
  readonly kind = input.required<'open' | 'closed'>();
  /** The instant of the past that they are of; null for now. */
  readonly at = input<EpochMs | null>(null);

  private readonly document = inject(DOCUMENT);
  private readonly serverClock = inject(ServerClock);
  private readonly zone = inject(ViewState).zone;

  protected readonly write = (zone: string) => toSessionsExport(this.sessions(), zone);

  protected save(): void {
    const zone = this.zone();
    const name = nameSessionsFile(this.kind(), this.at() ?? this.serverClock.now(), zone);
    downloadText(this.document, name, writeCsv(this.write(zone)));
  }
}
