import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { VisibleText } from '../wording/visible-text';
import { ViewState } from './view-state';

/** Names the parts of the address that were ignored, so that a mistyped link cannot mislead. */
@Component({
  selector: 'lm-query-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [VisibleText],
  template: `@if (viewState.dropped(); as dropped) {
    @if (dropped.length > 0) {
      <div class="banner" role="alert" data-testid="query-notice">
        <p>
          <span i18n>Ignored in the address:</span>&ngsp;
          @for (part of dropped; track $index; let isLast = $last) {
            <code>{{ part.key | lmVisibleText }}={{ part.value | lmVisibleText }}</code>
            ({{ part.why }}){{ isLast ? '.' : ', ' }}
          }
        </p>
        <button i18n type="button" class="button" (click)="viewState.revise({})">Remove</button>
      </div>
    }
  }`,
})
export class QueryNotice {
  protected readonly viewState = inject(ViewState);
}
