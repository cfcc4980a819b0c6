import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { SubjectKindDto } from '@license-monitor/api-contract';
import { toSubjectPath } from '../view-state/subject-path';
import { ProductCatalogue } from '../data/product-catalogue';
import { ViewState } from '../view-state/view-state';
import { Masking } from '../wording/masking';
import { isPlainClick } from './plain-click';

/** A name from the log that leads to the page about it; as cheap as a `lm-subject-link`. */
@Component({
  selector: 'lm-subject-page-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a [href]="href()" [title]="title()" (click)="go($event)"
    ><bdi>{{ text() }}</bdi></a
  >`,
  styleUrl: './subject-link.css',
})
export class SubjectPageLink {
  readonly kind = input.required<SubjectKindDto>();
  readonly name = input.required<string>();
  /** The publisher of a product, where it is known. */
  readonly editor = input<string | null>(null);

  private readonly router = inject(Router);
  private readonly viewState = inject(ViewState);
  private readonly masking = inject(Masking);
  protected readonly text = computed(() => this.masking.nameOf()(this.kind(), this.name()));
  private readonly catalogue = inject(ProductCatalogue);
  protected readonly title = computed(() => {
    if (this.kind() !== 'product') return this.text();
    const name = this.catalogue.nameOf()(this.name(), this.editor());
    return name === null ? this.text() : `${this.text()}: ${name}`;
  });
  private readonly location = inject(Location);
  private readonly address = computed(() =>
    this.viewState.hrefTo(toSubjectPath(this.kind(), this.name())),
  );
  protected readonly href = computed(() => this.location.prepareExternalUrl(this.address()));

  protected go(event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    void this.router.navigateByUrl(this.address());
  }
}
