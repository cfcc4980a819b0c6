import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubjectKindDto } from '@license-monitor/api-contract';
import type { SubjectRef } from '../data/subject-client';

interface Screen {
  readonly path: string;
  readonly name: string;
  /** Of which kinds the screen knows more than of all; the others would see figures of everybody. */
  readonly kinds: readonly SubjectKindDto[];
}

const all = ['product', 'user', 'host'] as const;
const screens: readonly Screen[] = [
  { path: '/live', name: $localize`:Name of a screen|:Live sessions`, kinds: all },
  { path: '/history', name: $localize`:Name of a screen|:History`, kinds: all },
  { path: '/usage', name: $localize`:Name of a screen|:Usage`, kinds: ['product'] },
  { path: '/denials', name: $localize`:Name of a screen|:Denials`, kinds: all },
  { path: '/capacity', name: $localize`:Name of a screen|:Capacity`, kinds: ['product'] },
  { path: '/timeline', name: $localize`:Name of a screen|:Timeline`, kinds: all },
];

/** The other screens with nothing but one subject on them. */
@Component({
  selector: 'lm-subject-links',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink],
  template: `<nav aria-label="Screens of this subject" i18n-aria-label data-testid="subject-links">
    @for (screen of screens(); track screen.path) {
      <a
        class="button"
        queryParamsHandling="merge"
        [routerLink]="screen.path"
        [queryParams]="parameters()"
        >{{ screen.name }}</a
      >
    }
  </nav>`,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-end: 8px;
    }
    a {
      color: var(--link);
      text-decoration: none;
    }
  `,
})
export class SubjectLinks {
  readonly ref = input.required<SubjectRef>();

  protected readonly screens = computed(() =>
    screens.filter(({ kinds }) => kinds.includes(this.ref().kind)),
  );
  protected readonly parameters = computed(() => {
    const { kind, key } = this.ref();
    return { product: null, user: null, host: null, [kind]: key };
  });
}
