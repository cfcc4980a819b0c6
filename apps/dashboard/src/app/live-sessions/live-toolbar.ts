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
  none: 'Not grouped',
  product: 'By product',
  user: 'By user',
  host: 'By host',
};

const filterNames: Record<OneClickFilter, string> = {
  longHold: 'Long hold',
  severalHosts: 'Several hosts',
};

const sortNames: Record<SortColumn, string> = {
  user: 'User',
  product: 'Product',
  host: 'Host',
  startedAt: 'Since',
  duration: 'Duration',
  server: 'Server',
};

/** Grouping, and the filters of one click. On a narrow screen, where no headers are, sorting too. */
@Component({
  selector: 'lm-live-toolbar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<label class="field">
      <span class="field-label">Group</span>
      <select #group data-testid="group" (change)="groupBy(group.selectedIndex)">
        @for (grouping of groupings; track grouping) {
          <option [value]="grouping" [selected]="grouping === query().group">
            {{ groupingNames[grouping] }}
          </option>
        }
      </select>
    </label>
    <label class="field narrow-only">
      <span class="field-label">Sort</span>
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
