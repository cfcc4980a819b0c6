import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ViewState } from './view-state';

/** Adds a product to the filter: one of those that are known, or any code that is typed. */
@Component({
  selector: 'lm-product-chooser',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<label class="field">
    <span i18n class="field-label">Add product</span>
    <input
      #field
      list="known-products"
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
      placeholder="code"
      i18n-placeholder
      data-testid="add-product"
      (change)="add(field)"
    />
    <datalist id="known-products">
      @for (code of others(); track code) {
        <option [value]="code"></option>
      }
    </datalist>
  </label>`,
  styles: `
    input {
      inline-size: 9rem;
    }
  `,
})
export class ProductChooser {
  /** The codes that are offered. */
  readonly known = input.required<readonly string[]>();

  private readonly viewState = inject(ViewState);
  private readonly chosen = computed(() => this.viewState.query().product);

  protected readonly others = computed(() =>
    [...new Set(this.known())].filter((code) => !this.chosen().includes(code)).sort(),
  );

  protected add(field: HTMLInputElement): void {
    const code = field.value.trim();
    field.value = '';
    if (code === '' || this.chosen().includes(code)) return;
    this.viewState.choose({ product: [...this.chosen(), code] });
  }
}
