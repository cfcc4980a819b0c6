import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { ExportButtons } from '../export/export-buttons';
import { ViewState } from '../view-state/view-state';
import { formatDate } from '../wording/instant';
import { countDays } from '../wording/counts';
import { fill } from '../wording/message';
import { formatHours } from './format-hours';
import { toDaysExport } from './subject-export';
import { toDayBars } from './day-bars';
import type { SubjectDay } from './subject-days';

/** What was used on each day: a strip of bars, and the same as a table and as a file. */
@Component({
  selector: 'lm-day-strip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons],
  templateUrl: './day-strip.html',
  styleUrl: './day-strip.css',
})
export class DayStrip {
  readonly days = input.required<readonly SubjectDay[]>();

  private readonly zone = inject(ViewState).zone;

  protected readonly isTableOpen = signal(false);
  protected readonly hours = formatHours;
  protected readonly bars = computed(() => toDayBars(this.days()));
  protected readonly first = computed(() => this.dateOf(this.days()[0]));
  protected readonly last = computed(() => this.dateOf(this.days().at(-1)));

  private readonly highest = computed(() =>
    [...this.days()].sort((a, b) => (b.sessionMs ?? 0) - (a.sessionMs ?? 0)).at(0),
  );
  protected readonly text = computed(() => {
    const highest = this.highest();
    if (highest === undefined || !highest.sessionMs)
      return $localize`Nothing was used on these days.`;
    const unknown = this.days().filter(({ sessionMs }) => sessionMs === null).length;
    const used = this.days().filter(({ sessionMs }) => (sessionMs ?? 0) > 0).length;
    const values = {
      used,
      all: this.days().length,
      date: this.dateOf(highest),
      hours: formatHours(highest.sessionMs),
    };
    return unknown === 0
      ? fill(
          $localize`{all, plural, one {Used on {used} of # day, most on {date} ({hours}).} other {Used on {used} of # days, most on {date} ({hours}).}}`,
          values,
        )
      : fill(
          $localize`{all, plural, one {Used on {used} of # day, most on {date} ({hours}); {unknown} not observed.} other {Used on {used} of # days, most on {date} ({hours}); {unknown} not observed.}}`,
          { ...values, unknown: countDays(unknown) },
        );
  });

  protected readonly write = () => toDaysExport(this.days());

  protected dateOf(day: SubjectDay | undefined): string {
    return day === undefined ? '' : formatDate(day.from, this.zone());
  }
}
