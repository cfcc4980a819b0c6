import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Subject } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { Masking } from '../wording/masking';
import { isPlainClick } from './plain-click';

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
  styleUrl: './subject-link.css',
})
export class SubjectLink {
  readonly subject = input.required<Subject>();
  readonly name = input.required<string>();

  private readonly viewState = inject(ViewState);
  private readonly masking = inject(Masking);
  protected readonly text = computed(() => this.masking.nameOf()(this.subject(), this.name()));
  protected readonly href = computed(() => this.viewState.hrefOf(this.patch()));
  private readonly patch = computed(() => ({ [this.subject()]: [this.name()] }));

  protected narrow(event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    this.viewState.choose(this.patch());
  }
}
