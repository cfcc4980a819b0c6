import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { SubjectKindDto } from '@license-monitor/api-contract';
import { toSubjectPath } from '../view-state/subject-path';
import { ViewState } from '../view-state/view-state';
import { Masking } from '../wording/masking';
import { isPlainClick } from './plain-click';

/** A name from the log that leads to the page about it; as cheap as a `lm-subject-link`. */
@Component({
  selector: 'lm-subject-page-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a [href]="href()" [title]="text()" (click)="go($event)"
    ><bdi>{{ text() }}</bdi></a
  >`,
  styleUrl: './subject-link.css',
})
export class SubjectPageLink {
  readonly kind = input.required<SubjectKindDto>();
  readonly name = input.required<string>();

  private readonly router = inject(Router);
  private readonly viewState = inject(ViewState);
  private readonly masking = inject(Masking);
  protected readonly text = computed(() => this.masking.nameOf()(this.kind(), this.name()));
  protected readonly href = computed(() =>
    this.viewState.hrefTo(toSubjectPath(this.kind(), this.name())),
  );

  protected go(event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    void this.router.navigateByUrl(this.href());
  }
}
