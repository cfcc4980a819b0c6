import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { DenialCauseDto, DenialOutcomeDto } from '@license-monitor/api-contract';
import { denialCauses, denialOutcomes, retryChoices } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { causeNames, outcomeNames } from '../wording/denial-words';

/** Chooses causes, outcomes, and after how long without a grant a request counts as lost. */
@Component({
  selector: 'lm-denials-toolbar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<label class="field">
      <span i18n class="field-label">Lost after</span>
      <select #retry data-testid="retry" (change)="lostAfter(retry.selectedIndex)">
        @for (minutes of retryChoices; track minutes) {
          <option i18n [value]="minutes" [selected]="minutes === query().retryMinutes">
            {{ minutes }} min without a grant
          </option>
        }
      </select>
    </label>
    <fieldset>
      <legend i18n class="field-label">Cause</legend>
      @for (cause of causes; track cause) {
        <button
          type="button"
          class="button toggle"
          [attr.aria-pressed]="query().cause.includes(cause)"
          [attr.data-testid]="'cause-' + cause"
          (click)="toggleCause(cause)"
        >
          {{ causeNames[cause] }}
        </button>
      }
    </fieldset>
    <fieldset>
      <legend i18n class="field-label">Outcome</legend>
      @for (outcome of outcomes; track outcome) {
        <button
          type="button"
          class="button toggle"
          [attr.aria-pressed]="query().outcome.includes(outcome)"
          [attr.data-testid]="'outcome-' + outcome"
          (click)="toggleOutcome(outcome)"
        >
          {{ outcomeNames[outcome] }}
        </button>
      }
    </fieldset>`,
  styles: `
    :host {
      display: contents;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: 2px;
      padding: 0;
    }
  `,
})
export class DenialsToolbar {
  private readonly viewState = inject(ViewState);

  protected readonly query = this.viewState.query;
  protected readonly causes = denialCauses;
  protected readonly outcomes = denialOutcomes;
  protected readonly retryChoices = retryChoices;
  protected readonly causeNames = causeNames;
  protected readonly outcomeNames = outcomeNames;

  protected lostAfter(index: number): void {
    this.viewState.choose({ retryMinutes: retryChoices[index] ?? 15 });
  }

  protected toggleCause(cause: DenialCauseDto): void {
    this.viewState.choose({ cause: toggled(this.query().cause, cause) });
  }

  protected toggleOutcome(outcome: DenialOutcomeDto): void {
    this.viewState.choose({ outcome: toggled(this.query().outcome, outcome) });
  }
}

const toggled = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
