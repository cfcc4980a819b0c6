import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, signal, type Signal } from '@angular/core';
import { Theme } from '../frame/theme';

/** The colours that hold now; changes when a canvas must be painted anew. In an injection context. */
export function colourScheme(): Signal<'light' | 'dark'> {
  const choice = inject(Theme).choice;
  const dark = inject(DOCUMENT).defaultView?.matchMedia('(prefers-color-scheme: dark)');
  const isDark = signal(dark?.matches ?? false);
  const follow = (event: MediaQueryListEvent) => isDark.set(event.matches);
  dark?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => dark?.removeEventListener('change', follow));
  return computed(() => {
    const chosen = choice();
    if (chosen !== 'system') return chosen;
    return isDark() ? 'dark' : 'light';
  });
}
