import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, InjectionToken, signal } from '@angular/core';
import type { LiveMessageKind } from '@license-monitor/api-contract';
import { Subject } from 'rxjs';
import { Clock, type Cancel } from './clock';
import {
  GIVE_UP_AFTER_MS,
  isSameConnection,
  toConnection,
  toSilenceMs,
  type FeedState,
} from './live-connection';
import { liveMessageKinds, parseLiveMessage, type LiveMessage } from './live-message';

const STREAM_URL = '/api/v1/stream';
const SECOND_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const CLOSED = 2;

/** Opens an event stream; replaced in tests. */
export const OPEN_EVENT_SOURCE = new InjectionToken<(url: string) => EventSource>(
  'OPEN_EVENT_SOURCE',
  { providedIn: 'root', factory: () => (url) => new EventSource(url) },
);

/** The first message of a connection that could not resume an earlier one. */
export interface Joined {
  /** Counts all connections from one. */
  readonly connection: number;
  readonly eventId: number | null;
}

/**
 * The one event stream of this tab. It is closed while the tab is hidden. A short break is mended by
 * `EventSource` itself; a connection that the browser gave up, or that went silent, is made anew with
 * growing waits. Either way it resumes from the last event.
 */
@Injectable({ providedIn: 'root' })
export class LiveFeed {
  private readonly clock = inject(Clock);
  private readonly document = inject(DOCUMENT);
  private readonly openEventSource = inject(OPEN_EVENT_SOURCE);

  private source: EventSource | null = null;
  private connections = 0;
  private attempts = 0;
  private position: number | null = null;
  private isResumed = false;
  private cancelRetry: Cancel | null = null;

  private readonly received = new Subject<LiveMessage>();
  private readonly lastJoined = signal<Joined | null>(null);
  private readonly now = signal(this.clock.now());
  private readonly state = signal<FeedState>({
    phase: 'connecting',
    since: this.clock.now(),
    lastMessageAt: null,
    listeningSince: this.clock.now(),
  });

  /** Every message, as it arrives; pages decide when to show what it says. */
  readonly messages = this.received.asObservable();

  /** The latest connection that may have missed events before it; null before the first. */
  readonly joined = this.lastJoined.asReadonly();

  /** Whether the person asked for the screen to stand still. */
  readonly isPaused = signal(false);

  /** What the header says about the connection. */
  readonly connection = computed(() => toConnection(this.state(), this.isPaused(), this.now()), {
    equal: isSameConnection,
  });

  constructor() {
    const followVisibility = () => (this.document.hidden ? this.close() : this.open());
    this.document.addEventListener('visibilitychange', followVisibility);
    const stopTicking = this.clock.every(SECOND_MS, () => this.tick());
    inject(DestroyRef).onDestroy(() => {
      stopTicking();
      this.document.removeEventListener('visibilitychange', followVisibility);
      this.close();
    });
    followVisibility();
  }

  private open(): void {
    if (this.source !== null) return;
    const now = this.clock.now();
    this.now.set(now);
    this.state.update(({ lastMessageAt }) => ({
      phase: 'connecting',
      since: now,
      lastMessageAt,
      listeningSince: now,
    }));
    this.connect();
  }

  private close(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
    this.source?.close();
    this.source = null;
  }

  private connect(): void {
    this.close();
    this.connections += 1;
    this.isResumed = this.position !== null;
    const since = this.position === null ? '' : `?lastEventId=${this.position}`;
    const source = this.openEventSource(`${STREAM_URL}${since}`);
    this.source = source;
    source.onopen = () => this.enter('open');
    source.onerror = () => this.mend(source);
    for (const kind of liveMessageKinds) {
      source.addEventListener(kind, (event) => this.receive(kind, event));
    }
  }

  private mend(source: EventSource): void {
    this.enter('lost');
    if (source.readyState !== CLOSED) return;
    const waitMs = Math.min(SECOND_MS * 2 ** this.attempts, LONGEST_WAIT_MS);
    this.attempts += 1;
    this.cancelRetry?.();
    this.cancelRetry = this.clock.after(waitMs, () => this.connect());
  }

  private receive(kind: LiveMessageKind, event: MessageEvent<string>): void {
    const now = this.clock.now();
    this.attempts = 0;
    this.enter('open');
    this.now.set(now);
    this.state.update((state) => ({ ...state, lastMessageAt: now }));
    const message = parseLiveMessage(kind, event.data, event.lastEventId);
    if (message === null) return;
    if (!this.isResumed && this.lastJoined()?.connection !== this.connections) {
      this.lastJoined.set({ connection: this.connections, eventId: message.eventId });
    }
    this.position = message.eventId ?? this.position;
    this.received.next(message);
  }

  private enter(phase: FeedState['phase']): void {
    const since = this.clock.now();
    this.state.update((state) => (state.phase === phase ? state : { ...state, phase, since }));
  }

  private tick(): void {
    if (this.source === null) return;
    const now = this.clock.now();
    this.now.set(now);
    const { phase, since } = this.state();
    const isDead = phase === 'open' && toSilenceMs(this.state(), now) >= GIVE_UP_AFTER_MS;
    if (!isDead || now - since < GIVE_UP_AFTER_MS) return;
    this.enter('lost');
    this.connect();
  }
}
