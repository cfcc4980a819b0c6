import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LogFileHealthDto, ServerHealthDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { formatBytes } from '../wording/bytes';
import { InstantText } from '../wording/instant-text';
import { formatCount } from '../wording/quantity';
import { VisibleText } from '../wording/visible-text';
import { toFilesExport } from './health-export';

/** The files of the logs, with how far each is read and what its lines are. */
@Component({
  selector: 'lm-file-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, InstantText, VisibleText],
  templateUrl: './file-table.html',
  styles: `
    tbody th {
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    @media (min-width: 1024px) {
      .table .number {
        padding-inline-end: 24px;
      }
    }
  `,
})
export class FileTable {
  readonly servers = input.required<readonly ServerHealthDto[]>();

  protected readonly rows = computed(() =>
    this.servers().flatMap(({ server, files }) => files.map((file) => ({ server, ...file }))),
  );
  protected readonly stateNames: Readonly<Record<LogFileHealthDto['state'], string>> = {
    following: $localize`:State of a file|:following`,
    gone: $localize`:State of a file|:gone, kept`,
  };
  protected readonly bytes = formatBytes;
  protected readonly count = formatCount;
  protected readonly write = () => toFilesExport(this.rows());
}
