import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { Masking } from '../wording/masking';
import { Density, densityChoices } from './density';
import { Languages } from './languages';
import { Theme, themeChoices } from './theme';

/** What belongs to this browser and not to the view: language, colours, height of rows, names. */
@Component({
  selector: 'lm-settings-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(keydown.escape)': 'leave($event)',
    '(focusout)': 'closeOutside($event.relatedTarget)',
    '(document:pointerdown)': 'closeOutside($event.target)',
  },
  templateUrl: './settings-menu.html',
  styleUrl: './settings-menu.css',
})
export class SettingsMenu {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly menu = viewChild.required<ElementRef<HTMLDetailsElement>>('menu');

  protected readonly languages = inject(Languages);
  protected readonly theme = inject(Theme);
  protected readonly themes = themeChoices;
  protected readonly themeNames = {
    system: $localize`:Colours|:As the system`,
    light: $localize`:Colours|:Light`,
    dark: $localize`:Colours|:Dark`,
  };
  protected readonly density = inject(Density);
  protected readonly densities = densityChoices;
  protected readonly densityNames = {
    compact: $localize`:Height of rows|:Compact`,
    comfortable: $localize`:Height of rows|:Comfortable`,
  };
  protected readonly masking = inject(Masking);
  protected readonly title = computed(() =>
    this.masking.isOn() ? $localize`Settings (names masked)` : $localize`Settings`,
  );

  protected chooseTheme(index: number): void {
    this.theme.choose(themeChoices[index] ?? 'system');
  }

  protected chooseDensity(index: number): void {
    this.density.choose(densityChoices[index] ?? 'compact');
  }

  protected leave(event: Event): void {
    const menu = this.menu().nativeElement;
    if (!menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }

  /** Closes when the person goes on elsewhere. Focus that leaves the window goes nowhere. */
  protected closeOutside(target: EventTarget | null): void {
    if (target instanceof Node && !this.element.contains(target)) {
      this.menu().nativeElement.open = false;
    }
  }
}
