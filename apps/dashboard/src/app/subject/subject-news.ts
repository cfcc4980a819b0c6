import { computed, DestroyRef, inject, signal, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Clock } from '../data/clock';
import { LiveFeed } from '../data/live-feed';
import type { LiveMessage } from '../data/live-message';
import type { SubjectRef } from '../data/subject-client';
import { throttle } from '../data/throttle';
import { matchesSubjects } from '../view-state/match-session';
import { toSubjectFilter } from './subject-request';

const REFETCH_EVERY_MS = 10_000;

/** Counts the sessions and refusals of a message that are of a subject. */
export function countNews(message: LiveMessage, ref: SubjectRef): number {
  const filter = { ...toSubjectFilter(ref), server: [] };
  if (message.kind === 'sessions') {
    const { opened, closed } = message.data;
    return [...opened, ...closed].filter((session) => matchesSubjects(session, filter)).length;
  }
  if (message.kind !== 'denial') return 0;
  return message.data.denials.filter(({ product, user, host, server }) =>
    matchesSubjects({ product: product ?? '', user: user ?? '', host: host ?? '', server }, filter),
  ).length;
}

/** What happened to a subject since its page was fetched. */
export interface SubjectNews {
  /** How many sessions and refusals came. */
  readonly count: Signal<number>;
  /** Fetches the page anew, not too often. */
  readonly take: () => void;
}

/** Follows the stream for a subject; the page decides when to take what came. */
export function subjectNews(ref: Signal<SubjectRef>, reload: () => void): SubjectNews {
  const told = signal(0);
  const refetch = throttle(inject(Clock), REFETCH_EVERY_MS, () => {
    told.set(0);
    reload();
  });
  inject(LiveFeed)
    .messages.pipe(takeUntilDestroyed())
    .subscribe((message) => {
      if (message.kind === 'resync') refetch.request();
      else told.update((count) => count + countNews(message, ref()));
    });
  inject(DestroyRef).onDestroy(() => refetch.cancel());
  return { count: computed(() => told()), take: () => refetch.request() };
}
