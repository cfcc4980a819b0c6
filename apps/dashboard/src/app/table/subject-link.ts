import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Subject } from '../view-state/view-query';
import { ProductCatalogue } from '../data/product-catalogue';
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
  template: `<a [href]="href()" [title]="title()" (click)="narrow($event)"
    ><bdi>{{ text() }}</bdi></a
  >`,
  styleUrl: './subject-link.css',
})
export class SubjectLink {
  readonly subject = input.required<Subject>();
  readonly name = input.required<string>();
  /** The publisher of a product, where it is known. */
  readonly editor = input<string | null>(null);

  private readonly viewState = inject(ViewState);
  private readonly masking = inject(Masking);
  protected readonly text = computed(() => this.masking.nameOf()(this.subject(), this.name()));
  private readonly catalogue = inject(ProductCatalogue);
  protected readonly title = computed(() => {
    if (this.subject() !== 'product') return this.text();
    const name = this.catalogue.nameOf()(this.name(), this.editor());
    return name === null ? this.text() : `${this.text()}: ${name}`;
  });
  private readonly location = inject(Location);
  protected readonly href = computed(() =>
    this.location.prepareExternalUrl(this.viewState.hrefOf(this.patch())),
  );
  private readonly patch = computed(() => ({ [this.subject()]: [this.name()] }));

  protected narrow(event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    this.viewState.choose(this.patch());
  }
}
