import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SubjectKindDto, SubjectPartDto } from '@license-monitor/api-contract';
import { CsvButton } from '../export/csv-button';
import { SubjectPageLink } from '../table/subject-page-link';
import { countOf, formatCount } from '../wording/quantity';
import { formatHours } from './format-hours';
import { toPartsExport } from './subject-export';
import { partNames } from './subject-words';

const SHOWN = 10;

/** What a subject's use is made of: of a product its people, else its products; the greatest first. */
@Component({
  selector: 'lm-part-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CsvButton, SubjectPageLink],
  templateUrl: './part-table.html',
  styleUrl: './part-table.css',
})
export class PartTable {
  /** What the subject is. */
  readonly kind = input.required<SubjectKindDto>();
  readonly parts = input.required<readonly SubjectPartDto[]>();

  protected readonly hours = formatHours;
  protected readonly count = formatCount;
  protected readonly partKind = computed(() => (this.kind() === 'product' ? 'user' : 'product'));
  protected readonly heading = computed(() => (this.kind() === 'product' ? 'User' : 'Product'));
  protected readonly shown = computed(() => this.parts().slice(0, SHOWN));
  protected readonly more = computed(() => {
    const left = this.parts().length - this.shown().length;
    return left > 0 ? `and ${countOf(left, partNames[this.kind()])} more, in the file` : '';
  });
  private readonly greatest = computed(() => Math.max(1, this.parts()[0]?.sessionMs ?? 0));

  protected readonly write = () => toPartsExport(this.partKind(), this.parts());

  /** The length of a part's bar, in percent of the greatest part's. */
  protected lengthOf({ sessionMs }: SubjectPartDto): number {
    return (sessionMs / this.greatest()) * 100;
  }
}
