import { DOCUMENT } from '@angular/common';
import { effect, inject, Injectable } from '@angular/core';
import { storedChoice } from './stored-choice';

/** How much room rows take. */
export type DensityChoice = (typeof densityChoices)[number];

/** All choices, in the order they are offered. */
export const densityChoices = ['compact', 'comfortable'] as const;

/** The height of rows in this browser. */
@Injectable({ providedIn: 'root' })
export class Density {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly stored = storedChoice('density', densityChoices);

  /** What the person chose. */
  readonly choice = this.stored.choice;
  /** Chooses the height of rows, for this browser. */
  readonly choose = this.stored.choose;

  constructor() {
    effect(() => this.root.setAttribute('data-density', this.choice()));
  }
}
