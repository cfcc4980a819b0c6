import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Commands } from '../keyboard/commands';
import type { Comparison } from './view-query';
import { ViewState } from './view-state';

interface Choice {
  readonly compare: Comparison | null;
  readonly name: string;
}

const choices: readonly Choice[] = [
  { compare: null, name: $localize`:With what figures are compared|:Nothing` },
  { compare: 'previous', name: $localize`The weeks before` },
  { compare: 'year', name: $localize`The year before` },
];

/** Chooses the earlier range that figures are compared with. */
@Component({
  selector: 'lm-compare-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<label class="field">
    <span i18n class="field-label">Compare with</span>
    <select #list aria-keyshortcuts="x" data-testid="compare" (change)="choose(list.selectedIndex)">
      @for (choice of choices; track choice.name) {
        <option [value]="choice.compare ?? ''" [selected]="choice.compare === compare()">
          {{ choice.name }}
        </option>
      }
    </select>
  </label>`,
})
export class ComparePicker {
  private readonly viewState = inject(ViewState);

  protected readonly choices = choices;
  protected readonly compare = computed(() => this.viewState.query().compare);

  constructor() {
    inject(Commands)
      .issued.pipe(takeUntilDestroyed())
      .subscribe((command) => {
        if (command !== 'toggleCompare') return;
        this.viewState.choose({ compare: this.compare() === null ? 'previous' : null });
      });
  }

  protected choose(index: number): void {
    this.viewState.choose({ compare: choices[index]?.compare ?? null });
  }
}
