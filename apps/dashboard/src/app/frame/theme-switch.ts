import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Theme, themeChoices } from './theme';

/** Offers the colours of the system, light, and dark. */
@Component({
  selector: 'lm-theme-switch',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<select
    #list
    aria-label="Theme"
    data-testid="theme"
    (change)="choose(list.selectedIndex)"
  >
    @for (choice of choices; track choice) {
      <option [value]="choice" [selected]="choice === theme.choice()">{{ names[choice] }}</option>
    }
  </select>`,
})
export class ThemeSwitch {
  protected readonly theme = inject(Theme);
  protected readonly choices = themeChoices;
  protected readonly names = { system: 'System theme', light: 'Light', dark: 'Dark' };

  protected choose(index: number): void {
    this.theme.choose(themeChoices[index] ?? 'system');
  }
}
