import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import {
  groupings,
  oneClickFilters,
  sortColumns,
  type Grouping,
  type OneClickFilter,
  type SortColumn,
} from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';

const groupingNames: Record<Grouping, string> = {
  none: $localize`:Lanes or groups|:Not grouped`,
  product: $localize`:Lanes or groups|:By product`,
  user: $localize`:Lanes or groups|:By user`,
  host: $localize`:Lanes or groups|:By host`,
};

const filterNames: Record<OneClickFilter, string> = {
  longHold: $localize`Long hold`,
  severalHosts: $localize`Several hosts`,
};

const sortNames: Record<SortColumn, string> = {
  user: $localize`User`,
  product: $localize`Product`,
  host: $localize`Host`,
  startedAt: $localize`Since`,
  duration: $localize`Duration`,
  server: $localize`Server`,
};

/** Grouping, and the filters of one click. On a narrow screen, where no headers are, sorting too. */
@Component({
  selector: 'lm-live-toolbar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<label class="field">
      <span i18n class="field-label">Group</span>
      <select #group data-testid="group" (change)="groupBy(group.selectedIndex)">
        @for (grouping of groupings; track grouping) {
          <option [value]="grouping" [selected]="grouping === query().group">
            {{ groupingNames[grouping] }}
          </option>
        }
      </select>
    </label>
    <label class="field narrow-only">
      <span i18n class="field-label">Sort</span>
      <select #sort data-testid="sort" (change)="sortBy(sort.selectedIndex)">
        @for (column of sortColumns; track column) {
          <option [value]="column" [selected]="column === query().sort.column">
            {{ sortNames[column] }}
          </option>
        }
      </select>
    </label>
    @for (filter of filters; track filter) {
      <button
        type="button"
        class="button toggle"
        [attr.aria-pressed]="query().only.includes(filter)"
        [attr.data-testid]="'only-' + filter"
        (click)="toggle(filter)"
      >
        {{ filterNames[filter] }}
      </button>
    }`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class LiveToolbar {
  private readonly viewState = inject(ViewState);

  protected readonly query = this.viewState.query;
  protected readonly groupings = groupings;
  protected readonly sortColumns = sortColumns;
  protected readonly filters = oneClickFilters;
  protected readonly groupingNames = groupingNames;
  protected readonly filterNames = filterNames;
  protected readonly sortNames = sortNames;

  protected groupBy(index: number): void {
    this.viewState.choose({ group: groupings[index] ?? 'none' });
  }

  protected sortBy(index: number): void {
    const column = sortColumns[index] ?? 'startedAt';
    this.viewState.choose({ sort: { column, isDescending: column === 'startedAt' } });
  }

  protected toggle(filter: OneClickFilter): void {
    const { only } = this.query();
    this.viewState.choose({
      only: only.includes(filter) ? only.filter((other) => other !== filter) : [...only, filter],
    });
  }
}
