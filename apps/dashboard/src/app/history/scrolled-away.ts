import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';

// Room for a header that wraps; the rows below it are still in sight.
const TOP_PX = 200;

/** Whether the page is scrolled so far that its first rows are out of sight. */
@Injectable()
export class ScrolledAway {
  private readonly scrolled = signal(false);

  readonly isScrolledAway = this.scrolled.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const follow = () => this.scrolled.set((view?.scrollY ?? 0) > TOP_PX);
    view?.addEventListener('scroll', follow, { passive: true });
    inject(DestroyRef).onDestroy(() => view?.removeEventListener('scroll', follow));
  }
}
