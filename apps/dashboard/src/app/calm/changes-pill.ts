import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Commands } from '../keyboard/commands';
import { countOf } from '../wording/quantity';

/** Counts the changes that wait while rows stand still, and applies them on click or `.`. */
@Component({
  selector: 'lm-changes-pill',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (count() > 0) {
    <button
      type="button"
      class="pill"
      aria-keyshortcuts="."
      data-testid="changes-pill"
      (click)="applied.emit()"
    >
      <span aria-hidden="true">▲</span> {{ text(count(), 'change') }}
      <kbd aria-hidden="true">.</kbd>
    </button>
  }`,
})
export class ChangesPill {
  /** How many changes wait; nothing is shown for none. */
  readonly count = input.required<number>();

  /** Emits when the changes are to be applied. */
  readonly applied = output<void>();

  protected readonly text = countOf;

  constructor() {
    inject(Commands)
      .issued.pipe(takeUntilDestroyed())
      .subscribe((command) => {
        if (command === 'applyChanges' && this.count() > 0) this.applied.emit();
      });
  }
}
