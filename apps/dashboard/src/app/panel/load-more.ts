import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** The button below a list of which more can be fetched. While that comes it keeps the focus. */
@Component({
  selector: 'lm-load-more',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p>
    <button
      i18n
      type="button"
      class="button"
      data-testid="load-more"
      [attr.aria-disabled]="isLoading()"
      (click)="asked.emit()"
    >
      Load more
    </button>
  </p>`,
  styles: `
    p {
      margin-block: 16px;
    }
  `,
})
export class LoadMore {
  readonly isLoading = input.required<boolean>();

  /** Emits when the person asks for more, also while more is loading. */
  readonly asked = output<void>();
}
