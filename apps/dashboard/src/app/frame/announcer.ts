import { inject, Injectable, signal } from '@angular/core';
import { Clock } from '../data/clock';
import { throttle } from '../data/throttle';

const SUMMARY_EVERY_MS = 10_000;

/** What is read out to people who cannot see the screen change. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly spoken = signal('');
  private compose: (() => string) | null = null;
  private readonly summary = throttle(inject(Clock), SUMMARY_EVERY_MS, () => {
    const text = this.compose?.() ?? '';
    this.compose = null;
    if (text !== '') this.spoken.set(text);
  });

  /** The text of the one live region. */
  readonly text = this.spoken.asReadonly();

  /** Says something that the person has just caused, at once. */
  say(text: string): void {
    this.spoken.set(text);
  }

  /** Sums up what happens by itself, at most once in ten seconds; the last composer is asked. */
  sumUp(compose: () => string): void {
    this.compose = compose;
    this.summary.request();
  }
}
