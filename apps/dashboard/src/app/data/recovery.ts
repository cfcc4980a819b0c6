import { effect, inject, untracked } from '@angular/core';
import type { ApiResource } from './api-client';
import { Clock } from './clock';
import { LiveFeed } from './live-feed';

const WAITS_MS = [2_000, 5_000, 10_000, 15_000] as const;

/** Returns how long to wait before asking again after so many failures in a row. */
export function toWaitMs(failures: number): number {
  return WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 15_000;
}

/** Asks again by itself, ever less often, as long as a resource fails. */
export function reloadWhileFailing(resource: ApiResource<unknown>): void {
  const clock = inject(Clock);
  let failures = 0;
  effect((onCleanup) => {
    const status = resource.status();
    if (status === 'resolved') failures = 0;
    if (status !== 'error') return;
    const cancel = clock.after(toWaitMs(failures), () => resource.reload());
    failures += 1;
    onCleanup(cancel);
  });
}

/**
 * Reloads an answer when the stream began after the event it ends with, so that nothing can fall
 * between the two. `heldEventId` is undefined before the first answer, and null when the
 * answer does not say which event it ends with.
 */
export function reloadWhenBehind(
  reload: () => void,
  heldEventId: () => number | null | undefined,
): void {
  const feed = inject(LiveFeed);
  let knownConnection = feed.joined()?.connection ?? 0;
  effect(() => {
    const joined = feed.joined();
    const held = heldEventId();
    if (joined === null || held === undefined || joined.connection === knownConnection) return;
    knownConnection = joined.connection;
    const isCovered = held !== null && joined.eventId !== null && joined.eventId <= held;
    if (!isCovered) untracked(reload);
  });
}
