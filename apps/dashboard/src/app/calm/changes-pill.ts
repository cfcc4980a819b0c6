import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Commands } from '../keyboard/commands';
import { fill } from '../wording/message';

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
      <span aria-hidden="true">▲</span> {{ text() }}
      <kbd aria-hidden="true">.</kbd>
    </button>
  }`,
})
export class ChangesPill {
  /** How many changes wait; nothing is shown for none. */
  readonly count = input.required<number>();

  /** Emits when the changes are to be applied. */
  readonly applied = output<void>();

  protected readonly text = computed(() =>
    fill($localize`{count, plural, one {# change} other {# changes}}`, { count: this.count() }),
  );

  constructor() {
    inject(Commands)
      .issued.pipe(takeUntilDestroyed())
      .subscribe((command) => {
        if (command === 'applyChanges' && this.count() > 0) this.applied.emit();
      });
  }
}
