import { DOCUMENT } from '@angular/common';
import { afterNextRender, inject, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';
import { toPath } from '../view-state/path';

/**
 * Moves the focus to the `h1` when another screen is shown, so that the keyboard and the screen
 * reader start there. The first screen and a change of filters leave the focus alone.
 */
export function focusHeadingOnNavigation(): void {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  const focusHeading = () => document.querySelector<HTMLElement>('h1')?.focus();
  inject(Router)
    .events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => toPath(event.urlAfterRedirects)),
      startWith(null),
      pairwise(),
      filter(([before, after]) => before !== null && before !== after),
      takeUntilDestroyed(),
    )
    .subscribe(() => afterNextRender(focusHeading, { injector }));
}
