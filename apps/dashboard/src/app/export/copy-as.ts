import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Clock, type Cancel } from '../data/clock';
import { Announcer } from '../frame/announcer';
import { ViewState } from '../view-state/view-state';
import { fill } from '../wording/message';
import { copyText } from './copy-text';
import { writeCsv } from './csv';
import type { ExportTable } from './export-table';
import { writeMarkdown } from './markdown';

/** As what something is copied. */
type CopyForm = 'link' | 'csv' | 'markdown';

/** How long the button says that it is done, in milliseconds. */
const SAID_FOR_MS = 4_000;

const copied = {
  csv: $localize`{count, plural, one {CSV copied, # row} other {CSV copied, # rows}}`,
  markdown: $localize`{count, plural, one {Markdown copied, # row} other {Markdown copied, # rows}}`,
} as const;

/** Copies what is shown: its address, or its rows as CSV or as a table in Markdown. */
@Component({
  selector: 'lm-copy-as',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(keydown.escape)': 'leave($event)',
    '(focusout)': 'closeOutside($event.relatedTarget)',
    '(document:pointerdown)': 'closeOutside($event.target)',
  },
  templateUrl: './copy-as.html',
  styleUrl: './copy-as.css',
})
export class CopyAs {
  /** Whether there are no rows; the address can be copied all the same. */
  readonly isEmpty = input(false);
  /** Makes the rows for the zone of the view: those of the table, and of the file. */
  readonly write = input.required<(zone: string) => ExportTable>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly announcer = inject(Announcer);
  private readonly viewState = inject(ViewState);
  private readonly clock = inject(Clock);
  private readonly menu = viewChild.required<ElementRef<HTMLDetailsElement>>('menu');
  private readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('dialog');
  private cancelSaying: Cancel | null = null;

  /** What was done just now; null when nothing was. */
  protected readonly done = signal<string | null>(null);
  protected readonly name = computed(() => this.done() ?? $localize`Copy as`);
  /** What the person must copy, as the page cannot; null when it could. */
  protected readonly byHand = signal<string | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.cancelSaying?.());
  }

  protected async copy(form: CopyForm): Promise<void> {
    const { text, said } = this.prepare(form);
    if (await copyText(this.document, text)) {
      this.close();
      this.say(said);
    } else {
      this.byHand.set(text);
      const show = () => this.dialog()?.nativeElement.showModal();
      afterNextRender(show, { injector: this.injector });
    }
  }

  protected forget(): void {
    this.byHand.set(null);
    this.close();
  }

  protected leave(event: Event): void {
    // A dialog closes by itself.
    if (!this.menu().nativeElement.open || this.byHand() !== null) return;
    event.preventDefault();
    this.close();
  }

  /** Closes when the person goes on elsewhere. Focus that leaves the window goes nowhere. */
  protected closeOutside(target: EventTarget | null): void {
    if (target instanceof Node && !this.element.contains(target)) {
      this.menu().nativeElement.open = false;
    }
  }

  private prepare(form: CopyForm): { readonly text: string; readonly said: string } {
    if (form === 'link') {
      const { origin } = this.document.location;
      return { text: `${origin}${this.viewState.hrefOf({})}`, said: $localize`Link copied` };
    }
    const table = this.write()(this.viewState.zone());
    const text = form === 'csv' ? writeCsv(table) : writeMarkdown(table);
    return { text, said: fill(copied[form], { count: table.rows.length }) };
  }

  private say(text: string): void {
    this.announcer.say(text);
    this.done.set(text);
    this.cancelSaying?.();
    this.cancelSaying = this.clock.after(SAID_FOR_MS, () => this.done.set(null));
  }

  private close(): void {
    const menu = this.menu().nativeElement;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}
