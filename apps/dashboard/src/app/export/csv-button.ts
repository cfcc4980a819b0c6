import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { ServerClock } from '../data/server-clock';
import { ViewState } from '../view-state/view-state';
import { CopyAs } from './copy-as';
import { writeCsv } from './csv';
import { downloadText } from './download';
import type { ExportTable } from './export-table';
import { nameFile } from './name-file';

/** Saves what is shown as a CSV file, or copies it. */
@Component({
  selector: 'lm-csv-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyAs],
  template: `<button
      i18n
      type="button"
      class="button"
      data-testid="export-csv"
      [disabled]="isEmpty()"
      (click)="save()"
    >
      Export CSV
    </button>
    <lm-copy-as [isEmpty]="isEmpty()" [write]="write()" />`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class CsvButton {
  /** The beginning of the file's name: `denials`. */
  readonly name = input.required<string>();
  /** Whether there is nothing to save. */
  readonly isEmpty = input(false);
  /** Makes the rows for the zone of the view. */
  readonly write = input.required<(zone: string) => ExportTable>();

  private readonly document = inject(DOCUMENT);
  private readonly serverClock = inject(ServerClock);
  private readonly zone = inject(ViewState).zone;

  protected save(): void {
    const zone = this.zone();
    const name = nameFile(this.name(), this.serverClock.now(), zone);
    downloadText(this.document, name, writeCsv(this.write()(zone)));
  }
}
