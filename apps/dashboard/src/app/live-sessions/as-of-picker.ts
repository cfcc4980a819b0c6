import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ServerClock } from '../data/server-clock';
import { Commands } from '../keyboard/commands';
import { ViewState } from '../view-state/view-state';
import { fromWallClock, toWallClock } from '../view-state/zone';
import { stepBack, stepForward, timeSteps } from './step-in-time';

const AN_HOUR = 2;

/** Chooses the instant that is looked at: by the wall clock of the view's zone, or step by step. */
@Component({
  selector: 'lm-as-of-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<label class="field">
      <span i18n class="field-label">As of (empty: now)</span>
      <input
        #field
        type="datetime-local"
        step="1"
        data-testid="as-of-field"
        title="In {{ zone() }}"
        i18n-title
        [value]="text()"
        (change)="set(field.value)"
      />
    </label>
    <div class="steps" role="group" aria-label="Steps in time" i18n-aria-label>
      <button
        i18n
        type="button"
        class="button"
        aria-keyshortcuts="["
        data-testid="earlier"
        (click)="goEarlier()"
      >
        <span aria-hidden="true">‹</span> Earlier
      </button>
      <select
        #list
        aria-label="Length of a step"
        i18n-aria-label
        data-testid="step"
        (change)="step.set(list.selectedIndex)"
      >
        @for (choice of steps; track choice.name; let index = $index) {
          <option [selected]="index === step()">{{ choice.name }}</option>
        }
      </select>
      <button
        i18n
        type="button"
        class="button"
        aria-keyshortcuts="]"
        data-testid="later"
        [disabled]="at() === null"
        (click)="goLater()"
      >
        Later <span aria-hidden="true">›</span>
      </button>
    </div>`,
  styles: `
    :host {
      display: contents;
    }
    .steps {
      display: flex;
      gap: 4px;
    }
  `,
})
export class AsOfPicker {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);

  protected readonly steps = timeSteps;
  protected readonly zone = this.viewState.zone;
  protected readonly at = computed(() => this.viewState.query().at);
  /** Which step is chosen: a convenience of this visit, not part of what is shown. */
  protected readonly step = signal(AN_HOUR);
  protected readonly text = computed(() => {
    const at = this.at();
    return at === null ? '' : toWallClock(at, this.zone());
  });
  private readonly lengthMs = computed(
    () => (timeSteps[this.step()] ?? timeSteps[0])?.lengthMs ?? 0,
  );

  constructor() {
    inject(Commands)
      .issued.pipe(takeUntilDestroyed())
      .subscribe((command) => {
        if (command === 'goEarlier') this.goEarlier();
        if (command === 'goLater') this.goLater();
        if (command === 'goToNow') this.viewState.choose({ at: null });
      });
  }

  protected set(text: string): void {
    const at = fromWallClock(text, this.zone());
    if (at !== null || text === '') this.viewState.choose({ at });
  }

  protected goEarlier(): void {
    this.viewState.choose({ at: stepBack(this.at(), this.lengthMs(), this.serverClock.now()) });
  }

  protected goLater(): void {
    this.viewState.choose({ at: stepForward(this.at(), this.lengthMs(), this.serverClock.now()) });
  }
}
