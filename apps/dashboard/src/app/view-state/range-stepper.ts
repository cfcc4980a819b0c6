import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ServerClock } from '../data/server-clock';
import { Commands } from '../keyboard/commands';
import type { Command } from '../keyboard/key-command';
import { stepRange, type Range, type RangeStep } from './range-steps';
import { ViewState } from './view-state';

const steps: readonly (readonly [Command, RangeStep, string, string])[] = [
  ['goEarlier', 'earlier', $localize`‹ Earlier`, '['],
  ['goLater', 'later', $localize`Later ›`, ']'],
  ['goWider', 'wider', $localize`Wider`, '-'],
  ['goNarrower', 'narrower', $localize`Narrower`, '='],
];

/** Moves the range of a screen back and forth, and makes it wider and narrower. */
@Component({
  selector: 'lm-range-stepper',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="steps" role="group" aria-label="Steps of the range" i18n-aria-label>
    @for (step of steps; track step[1]) {
      <button
        type="button"
        class="button"
        [attr.aria-keyshortcuts]="step[3]"
        [attr.data-testid]="step[1]"
        (click)="take(step[1])"
      >
        {{ step[2] }}
      </button>
    }
  </div>`,
  styles: `
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
  `,
})
export class RangeStepper {
  /** The range that is shown now; null while it is not known. */
  readonly range = input.required<Range | null>();

  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);
  protected readonly steps = steps;

  constructor() {
    inject(Commands)
      .issued.pipe(takeUntilDestroyed())
      .subscribe((command) => {
        const step = steps.find(([known]) => known === command);
        if (step !== undefined) this.take(step[1]);
      });
  }

  protected take(step: RangeStep): void {
    const range = this.range();
    if (range === null) return;
    const { from, to } = stepRange(range, step, this.serverClock.now());
    const at = (instant: number) => ({ kind: 'at', at: instant }) as const;
    this.viewState.choose({ from: at(from), to: at(to), page: 1 });
  }
}
