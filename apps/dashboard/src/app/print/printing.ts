import { DOCUMENT } from '@angular/common';
import { ApplicationRef, DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Tables beside plots, and other things that are folded up; menus are no part of what is shown. */
const twins = 'main details:not([open], .menu)';

/**
 * Whether the page is being printed. The browser takes its picture right after it has said so: until
 * then everything must be drawn in its final form, so nothing may wait for a next turn.
 */
@Injectable({ providedIn: 'root' })
export class Printing {
  private readonly document = inject(DOCUMENT);
  private readonly application = inject(ApplicationRef);
  private readonly state = signal(false);
  private opened: readonly HTMLDetailsElement[] = [];

  /** Whether what is drawn goes onto paper. */
  readonly isOn = this.state.asReadonly();

  constructor() {
    const view = this.document.defaultView;
    const begin = () => this.begin();
    const end = () => this.end();
    view?.addEventListener('beforeprint', begin);
    view?.addEventListener('afterprint', end);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('beforeprint', begin);
      view?.removeEventListener('afterprint', end);
    });
  }

  private begin(): void {
    if (this.state()) return;
    // Sizes and colours are those of paper from here on, as the plots are about to measure them.
    this.document.documentElement.setAttribute('data-printing', '');
    this.opened = [...this.document.querySelectorAll<HTMLDetailsElement>(twins)];
    for (const twin of this.opened) twin.open = true;
    this.change(true);
  }

  private end(): void {
    if (!this.state()) return;
    this.document.documentElement.removeAttribute('data-printing');
    for (const twin of this.opened) twin.open = false;
    this.opened = [];
    this.change(false);
  }

  private change(isOn: boolean): void {
    this.state.set(isOn);
    this.application.tick();
  }
}
