import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SubjectKindDto, SubjectPartDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { SubjectPageLink } from '../table/subject-page-link';
import { fill } from '../wording/message';
import { formatCount } from '../wording/quantity';
import { formatHours } from './format-hours';
import { toPartsExport } from './subject-export';

const SHOWN = 10;

/** What a subject's use is made of: of a product its people, else its products; the greatest first. */
@Component({
  selector: 'lm-part-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, SubjectPageLink],
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
  protected readonly heading = computed(() =>
    this.kind() === 'product' ? $localize`User` : $localize`Product`,
  );
  protected readonly caption = computed(() =>
    this.kind() === 'product' ? $localize`Use by user` : $localize`Use by product`,
  );
  protected readonly shown = computed(() => this.parts().slice(0, SHOWN));
  protected readonly more = computed(() => {
    const left = this.parts().length - this.shown().length;
    if (left <= 0) return '';
    return this.kind() === 'product'
      ? fill(
          $localize`{left, plural, one {and # user more, in the file} other {and # users more, in the file}}`,
          { left },
        )
      : fill(
          $localize`{left, plural, one {and # product more, in the file} other {and # products more, in the file}}`,
          { left },
        );
  });
  private readonly greatest = computed(() => Math.max(1, this.parts()[0]?.sessionMs ?? 0));

  protected readonly write = () => toPartsExport(this.partKind(), this.parts());

  /** The length of a part's bar, in percent of the greatest part's. */
  protected lengthOf({ sessionMs }: SubjectPartDto): number {
    return (sessionMs / this.greatest()) * 100;
  }
}
