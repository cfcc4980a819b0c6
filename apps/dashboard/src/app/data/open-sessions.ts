import { computed, DestroyRef, inject, Injectable, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { OpenSessionsDto } from '@license-monitor/api-contract';
import { openSessionsResource } from './api-client';
import { Clock } from './clock';
import { lastValue } from './last-value';
import { LiveFeed } from './live-feed';
import type { LiveMessage } from './live-message';
import {
  applyChanges,
  rememberChange,
  toOpenSessionList,
  type OpenSessionList,
  type SessionsChange,
} from './open-session-list';
import { reloadWhenBehind, reloadWhileFailing } from './recovery';
import { throttle } from './throttle';

const APPLY_EVERY_MS = 1_000;

/** All open sessions, fetched once and then kept up to date by the stream. */
@Injectable()
export class OpenSessions {
  /** The request behind the list, for its state and to ask again. */
  readonly resource = openSessionsResource();

  /** What was heard since a list was asked for, or since it was applied last. */
  private recent: readonly SessionsChange[] = [];
  private waiting: SessionsChange[] = [];
  private readonly snapshot = lastValue(this.resource);
  private readonly current = linkedSignal<OpenSessionsDto | undefined, OpenSessionList | undefined>(
    {
      source: this.snapshot,
      computation: (snapshot) => snapshot && toOpenSessionList(snapshot, this.recent),
    },
  );
  private readonly apply = throttle(inject(Clock), APPLY_EVERY_MS, () => this.applyWaiting());

  /** The list as it is known, changed at most once a second; undefined before the first answer. */
  readonly list = this.current.asReadonly();

  constructor() {
    reloadWhileFailing(this.resource);
    reloadWhenBehind(
      () => this.reload(),
      computed(() => this.snapshot()?.lastEventId),
    );
    inject(LiveFeed)
      .messages.pipe(takeUntilDestroyed())
      .subscribe((message) => this.receive(message));
    inject(DestroyRef).onDestroy(() => this.apply.cancel());
  }

  /** Fetches the list anew. What was heard before may have a gap and is forgotten. */
  private reload(): void {
    this.recent = [];
    this.waiting = [];
    this.resource.reload();
  }

  private receive(message: LiveMessage): void {
    if (message.kind === 'resync') this.reload();
    if (message.kind !== 'sessions') return;
    this.recent = rememberChange(this.recent, message.data);
    this.waiting.push(message.data);
    this.apply.request();
  }

  private applyWaiting(): void {
    const changes = this.waiting;
    this.waiting = [];
    this.current.update((list) => list && applyChanges(list, changes));
    // A list that is asked for from now on includes them.
    if (!this.resource.isLoading()) this.recent = [];
  }
}
