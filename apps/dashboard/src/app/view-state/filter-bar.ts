import type { ElementRef } from '@angular/core';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Clock, type Cancel } from '../data/clock';
import { Commands } from '../keyboard/commands';
import { NameText } from '../wording/masking';
import { subjectNames } from './subject-names';
import { subjects, type Subject } from './view-query';
import { ViewState } from './view-state';

const TYPING_PAUSE_MS = 150;

/** The text filter and the chips of a view; whatever changes here changes the address. */
@Component({
  selector: 'lm-filter-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NameText],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
})
export class FilterBar {
  /** The visible label of the text filter. */
  readonly label = input($localize`Filter`);
  /** Whether there are rows that a text can narrow. */
  readonly hasText = input(true);

  protected readonly viewState = inject(ViewState);
  private readonly clock = inject(Clock);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private cancelWrite: Cancel | null = null;
  private written = '';

  protected readonly names = subjectNames;
  protected readonly text = signal('');
  protected readonly chips = computed(() =>
    subjects.flatMap((subject) =>
      this.viewState.query()[subject].map((value) => ({ subject, value })),
    ),
  );

  constructor() {
    effect(() => this.followAddress(this.viewState.query().q));
    inject(Commands)
      .issued.pipe(takeUntilDestroyed())
      .subscribe((command) => {
        if (command === 'focusFilter') this.field()?.nativeElement.focus();
      });
  }

  protected type(text: string): void {
    this.text.set(text);
    this.cancelWrite?.();
    this.cancelWrite = this.clock.after(TYPING_PAUSE_MS, () => this.write());
  }

  /** Esc clears the filter first and leaves the field when it is clear. */
  protected escape(): void {
    if (this.text() === '') {
      this.field()?.nativeElement.blur();
      return;
    }
    // Not at once: to show all rows again takes longer than a key may.
    this.type('');
  }

  protected labelOf(subject: Subject, name: string): string {
    return $localize`Remove filter ${subjectNames[subject]}:subject:: ${name}:name:`;
  }

  protected remove(subject: Subject, value: string): void {
    const left = this.viewState.query()[subject].filter((other) => other !== value);
    this.viewState.choose({ [subject]: left });
  }

  private write(): void {
    this.cancelWrite?.();
    this.cancelWrite = null;
    this.written = this.text();
    this.viewState.revise({ q: this.written });
  }

  // The address echoes what was typed a moment ago; taking that echo would undo newer typing.
  private followAddress(q: string): void {
    if (q === this.written) return;
    this.written = q;
    this.text.set(q);
  }
}
