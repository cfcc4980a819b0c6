import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { overviewResource } from '../data/api-client';
import { ProductCatalogue } from '../data/product-catalogue';
import { Clock, type Cancel } from '../data/clock';
import { toFailure } from '../data/failure';
import { lastValue } from '../data/last-value';
import { searchResource } from '../data/subject-client';
import { kindNames } from '../subject/subject-words';
import { toSubjectPath } from '../view-state/subject-path';
import { ViewState } from '../view-state/view-state';
import { NameText } from '../wording/masking';
import {
  describeFound,
  findByName,
  moveInOptions,
  nameOptions,
  toFindOptions,
  type FindOption,
} from './find-options';

const TYPING_PAUSE_MS = 150;

/**
 * One box for a product code, a user or a host: a combobox with a list, as the ARIA authoring
 * practices describe it. The focus stays in the text; Enter opens the page of the marked line.
 */
@Component({
  selector: 'lm-find-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NameText],
  templateUrl: './find-dialog.html',
  styleUrl: './find-dialog.css',
})
export class FindDialog {
  /** Emits when the dialog has closed, whatever closed it. */
  readonly closed = output<void>();

  private readonly router = inject(Router);
  private readonly viewState = inject(ViewState);
  private readonly clock = inject(Clock);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private cancelAsking: Cancel | null = null;

  protected readonly kindNames = kindNames;
  private readonly text = signal('');
  private readonly asked = signal('');
  private readonly resource = searchResource(this.asked);
  private readonly answer = lastValue(this.resource);

  private readonly catalogue = inject(ProductCatalogue);
  private readonly products = lastValue(overviewResource(() => this.viewState.zone()));
  private readonly items = computed(() => {
    const known = this.products()?.products ?? [];
    const byName = findByName(known, this.asked(), this.catalogue.nameOf());
    return [...(this.answer()?.items ?? []), ...(this.asked() === '' ? [] : byName)];
  });
  protected readonly options = computed(() =>
    this.text() === '' ? [] : toFindOptions(nameOptions(this.items(), this.catalogue.nameOf())),
  );
  protected readonly active = linkedSignal({ source: this.options, computation: () => 0 });
  protected readonly activeId = computed(() =>
    this.options().length === 0 ? null : `find-option-${this.active()}`,
  );
  /** Whether the lines answer what is typed, and not what was typed before. */
  private readonly isCurrent = computed(
    () => this.resource.hasValue() && this.asked() === this.text(),
  );
  /** Whether Enter was pressed before the answer came. */
  private readonly isAwaited = signal(false);

  protected readonly status = computed(() => {
    if (this.text() === '') return $localize`A part of a code or a name is enough.`;
    const error = this.resource.error();
    if (error !== undefined) return toFailure(error).what;
    return this.isCurrent() ? describeFound(this.options().length) : $localize`Looking …`;
  });

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
    effect(() => {
      if (this.isAwaited() && this.isCurrent()) this.openActive();
    });
    effect(() => {
      const id = this.activeId();
      if (id === null) return;
      const list = this.dialog().nativeElement;
      list.querySelector(`#${id}`)?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  protected type(text: string): void {
    this.isAwaited.set(false);
    this.text.set(text.trim());
    this.cancelAsking?.();
    this.cancelAsking = this.clock.after(TYPING_PAUSE_MS, () => this.asked.set(this.text()));
  }

  protected press(event: KeyboardEvent): void {
    // A word that is still being composed is confirmed by Enter as well.
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.openActive();
      return;
    }
    const next = moveInOptions(event.key, this.active(), this.options().length);
    if (next === null) return;
    event.preventDefault();
    this.active.set(next);
  }

  protected open({ kind, key }: FindOption): void {
    this.dialog().nativeElement.close();
    void this.router.navigateByUrl(this.viewState.hrefTo(toSubjectPath(kind, key)));
  }

  protected close(): void {
    this.cancelAsking?.();
    this.closed.emit();
  }

  private openActive(): void {
    if (!this.isCurrent()) {
      this.isAwaited.set(this.text() !== '');
      return;
    }
    this.isAwaited.set(false);
    const option = this.options()[this.active()];
    if (option !== undefined) this.open(option);
  }
}
