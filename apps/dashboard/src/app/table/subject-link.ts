import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Subject } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { toVisibleText } from '../wording/visible-text';

/**
 * A name from the log that narrows the view to itself. A table draws hundreds of them while it
 * scrolls, and a `routerLink` costs ten times as much as this.
 */
@Component({
  selector: 'lm-subject-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a [href]="href()" [title]="text()" (click)="narrow($event)"
    ><bdi>{{ text() }}</bdi></a
  >`,
  styles: `
    :host {
      display: inline-block;
      max-inline-size: 100%;
      vertical-align: top;
    }
    a {
      display: block;
      overflow: hidden;
      min-inline-size: 24px;
      padding-block: var(--link-padding, 3px);
      color: inherit;
      text-decoration: none;
      text-overflow: ellipsis;
    }
    a:hover,
    a:focus-visible {
      color: var(--link);
      text-decoration: underline;
    }
  `,
})
export class SubjectLink {
  readonly subject = input.required<Subject>();
  readonly name = input.required<string>();

  private readonly viewState = inject(ViewState);

  protected readonly text = computed(() => toVisibleText(this.name()));
  protected readonly href = computed(() => this.viewState.hrefOf(this.patch()));
  private readonly patch = computed(() => ({ [this.subject()]: [this.name()] }));

  /** Leaves clicks that open a new tab or window to the browser. */
  protected narrow(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    this.viewState.choose(this.patch());
  }
}
