import { DOCUMENT } from '@angular/common';
import { effect, inject, Injectable, signal } from '@angular/core';

/** How the colours are chosen. */
export type ThemeChoice = (typeof themeChoices)[number];

/** All choices, in the order they are offered. */
export const themeChoices = ['system', 'light', 'dark'] as const;

const STORAGE_KEY = 'license-monitor.theme';

/** The colours of this browser: personal, so kept in local storage and not in the address. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;

  /** What the person chose. */
  readonly choice = signal(
    themeChoices.find((choice) => choice === localStorage.getItem(STORAGE_KEY)) ?? 'system',
  );

  constructor() {
    effect(() => {
      const choice = this.choice();
      if (choice === 'system') this.root.removeAttribute('data-theme');
      else this.root.setAttribute('data-theme', choice);
    });
  }

  /** Chooses the colours, for this browser. */
  choose(choice: ThemeChoice): void {
    this.choice.set(choice);
    localStorage.setItem(STORAGE_KEY, choice);
  }
}
