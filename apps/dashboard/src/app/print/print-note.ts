import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { DurationMs, EpochMs } from '@license-monitor/api-contract';

/** What a screen says of its figures at the head of a print. */
export interface PrintNote {
  /** Start of what is shown, inclusive. */
  readonly from: EpochMs;
  /** Its end, exclusive. */
  readonly to: EpochMs;
  /** How much of it was observed; null where the screen does not know. */
  readonly observedMs: DurationMs | null;
}

type ReadNote = () => PrintNote | null;

/** What the screen that is shown says of its figures. */
@Injectable({ providedIn: 'root' })
export class PrintNotes {
  private readonly reader = signal<ReadNote | null>(null);

  /** Null where the screen says nothing. */
  readonly note = computed(() => this.reader()?.() ?? null);

  /** Takes the note from a screen until another one takes its place, or none does. */
  take(read: ReadNote): () => void {
    this.reader.set(read);
    return () => this.reader.update((present) => (present === read ? null : present));
  }
}

/** Says for this screen what its figures are of, for the head of a print. In an injection context. */
export function notePrint(read: ReadNote): void {
  inject(DestroyRef).onDestroy(inject(PrintNotes).take(read));
}
