import { DOCUMENT } from '@angular/common';
import { effect, inject, Injectable } from '@angular/core';
import { storedChoice } from './stored-choice';

/** How the colours are chosen. */
export type ThemeChoice = (typeof themeChoices)[number];

/** All choices, in the order they are offered. */
export const themeChoices = ['system', 'light', 'dark'] as const;

/** The colours of this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly stored = storedChoice('theme', themeChoices);

  /** What the person chose. */
  readonly choice = this.stored.choice;
  /** Chooses the colours, for this browser. */
  readonly choose = this.stored.choose;

  constructor() {
    effect(() => {
      const choice = this.choice();
      if (choice === 'system') this.root.removeAttribute('data-theme');
      else this.root.setAttribute('data-theme', choice);
    });
  }
}
