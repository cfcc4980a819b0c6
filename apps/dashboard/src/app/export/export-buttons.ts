import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { EpochMs } from '@license-monitor/api-contract';
import { toFailure, type Failure } from '../data/failure';
import { FileClient, type ApiList } from '../data/file-client';
import { ServerClock } from '../data/server-clock';
import { ViewState } from '../view-state/view-state';
import { CopyAs } from './copy-as';
import { writeCsv } from './csv';
import { download } from './download';
import type { ExportTable } from './export-table';
import { nameFile, type FileForm } from './name-file';

/** What can be saved, in the order it is offered. */
const FILES: readonly { readonly form: FileForm; readonly name: string; readonly label: string }[] =
  [
    { form: 'csv', name: $localize`CSV`, label: $localize`Export CSV` },
    { form: 'xlsx', name: $localize`XLSX`, label: $localize`Export XLSX` },
  ];

/** Saves a list or a plot as a file, or copies what is shown of it. */
@Component({
  selector: 'lm-export-buttons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyAs],
  templateUrl: './export-buttons.html',
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .failure {
      flex-basis: 100%;
      margin: 0;
    }
  `,
})
export class ExportButtons {
  /** The beginning of the file's name: `denials`. */
  readonly name = input.required<string>();
  /** Whether there is nothing to save. */
  readonly isEmpty = input(false);
  /** Makes the rows for the zone of the view. */
  readonly write = input.required<(zone: string) => ExportTable>();
  /** The list of which the page has loaded only some rows; null where it has them all. */
  readonly list = input<ApiList | null>(null);
  /** The instant of the past that the rows are of; null for now. */
  readonly at = input<EpochMs | null>(null);

  private readonly document = inject(DOCUMENT);
  private readonly fileClient = inject(FileClient);
  private readonly serverClock = inject(ServerClock);
  private readonly zone = inject(ViewState).zone;

  protected readonly files = FILES;
  protected readonly isSaving = signal(false);
  protected readonly failure = signal<Failure | null>(null);
  protected readonly hint = computed(() =>
    this.list() === null ? '' : $localize`All rows, not only those that are loaded`,
  );

  protected async save(form: FileForm): Promise<void> {
    const name = nameFile(this.name(), form, this.at() ?? this.serverClock.now(), this.zone());
    this.isSaving.set(true);
    this.failure.set(null);
    try {
      download(this.document, name, await this.toFile(form));
    } catch (error) {
      this.failure.set(toFailure(error));
    } finally {
      this.isSaving.set(false);
    }
  }

  private async toFile(form: FileForm): Promise<Blob> {
    const [list, zone] = [this.list(), this.zone()];
    if (list !== null) return this.fileClient.fetch(list, form, zone);
    const table = this.write()(zone);
    if (form === 'csv') return new Blob([writeCsv(table)], { type: 'text/csv;charset=utf-8' });
    const { writeWorkbook } = await import('./workbook');
    return writeWorkbook(table);
  }
}
