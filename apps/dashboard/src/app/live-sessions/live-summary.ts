import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { LiveFeed } from '../data/live-feed';
import { Announcer } from '../frame/announcer';
import { countOf } from '../wording/quantity';

/** Sums up sessions that came and went: `3 sessions opened, 2 closed`; empty for none. */
export function describeChanges(opened: number, closed: number): string {
  if (opened === 0 && closed === 0) return '';
  if (opened === 0) return `${countOf(closed, 'session')} closed`;
  const text = `${countOf(opened, 'session')} opened`;
  return closed === 0 ? text : `${text}, ${closed} closed`;
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
