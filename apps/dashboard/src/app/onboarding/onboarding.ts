import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Announcer } from '../frame/announcer';
import type { FirstStep } from './first-steps';

type Mark = 'done' | 'next' | 'later';

const marks: Record<Mark, { readonly sign: string; readonly word: string }> = {
  done: { sign: '●', word: $localize`:State of a step|:Done` },
  next: { sign: '▶', word: $localize`:State of a step|:Next` },
  later: { sign: '○', word: $localize`:State of a step|:Open` },
};

/** What must hold before there is anything to show: what does already, and how to mend the rest. */
@Component({
  selector: 'lm-onboarding',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './onboarding.html',
  styleUrl: './onboarding.css',
})
export class Onboarding {
  readonly steps = input.required<readonly FirstStep[]>();

  protected readonly next = computed(() => this.steps().find(({ isMet }) => !isMet));
  protected readonly sentence = computed(() => {
    const [steps, next] = [this.steps(), this.next()];
    const met = steps.filter(({ isMet }) => isMet).length;
    return next === undefined
      ? $localize`Everything is in place: licences are followed from here on.`
      : $localize`Nothing to show yet: ${met}:done: of ${steps.length}:all: steps are done. Next: ${next.name}:step:.`;
  });
  protected readonly shown = computed(() => {
    const next = this.next();
    return this.steps().map((step) => {
      const mark: Mark = step.isMet ? 'done' : step === next ? 'next' : 'later';
      return { ...step, mark, ...marks[mark] };
    });
  });

  constructor() {
    const announcer = inject(Announcer);
    effect(() => announcer.say(this.sentence()));
  }
}
