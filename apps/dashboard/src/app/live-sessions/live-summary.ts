import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { LiveFeed } from '../data/live-feed';
import { Announcer } from '../frame/announcer';
import { fill } from '../wording/message';

/** Sums up sessions that came and went: `3 sessions opened, 2 closed`; empty for none. */
export function describeChanges(opened: number, closed: number): string {
  if (opened === 0 && closed === 0) return '';
  if (opened === 0) {
    return fill($localize`{closed, plural, one {# session closed} other {# sessions closed}}`, {
      closed,
    });
  }
  return closed === 0
    ? fill($localize`{opened, plural, one {# session opened} other {# sessions opened}}`, {
        opened,
      })
    : fill(
        $localize`{opened, plural, one {# session opened, {closed} closed} other {# sessions opened, {closed} closed}}`,
        { opened, closed },
      );
}

/** Reads out how many sessions came and went, at most once in ten seconds, unless `isQuiet`. */
export function announceLiveChanges(isQuiet: () => boolean): void {
  const feed = inject(LiveFeed);
  const announcer = inject(Announcer);
  let opened = 0;
  let closed = 0;
  const compose = () => {
    const text = isQuiet() ? '' : describeChanges(opened, closed);
    opened = 0;
    closed = 0;
    return text;
  };
  feed.messages.pipe(takeUntilDestroyed()).subscribe((message) => {
    if (message.kind !== 'sessions') return;
    opened += message.data.opened.length;
    closed += message.data.closed.length;
    announcer.sumUp(compose);
  });
}
