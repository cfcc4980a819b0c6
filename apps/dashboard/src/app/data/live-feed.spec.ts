import { TestBed } from '@angular/core/testing';
import { FakeClock } from '../../testing/fake-clock';
import { FakeStreams } from '../../testing/fake-event-source';
import { aHealth } from '../../testing/samples';
import { Clock } from './clock';
import { LiveFeed, OPEN_EVENT_SOURCE } from './live-feed';

describe('LiveFeed', () => {
  let clock: FakeClock;
  let streams: FakeStreams;
  let feed: LiveFeed;

  const setHidden = (isHidden: boolean) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    clock = new FakeClock();
    streams = new FakeStreams();
    TestBed.configureTestingModule({
      providers: [
        { provide: Clock, useValue: clock },
        { provide: OPEN_EVENT_SOURCE, useValue: streams.open },
      ],
    });
    feed = TestBed.inject(LiveFeed);
  });

  afterEach(() => setHidden(false));

  it('opens one stream and hands its messages on', () => {
    const kinds: string[] = [];
    feed.messages.subscribe(({ kind }) => kinds.push(kind));
    streams.last.accept();
    streams.last.send('health', aHealth(), 100);
    expect(streams.opened.map(({ url }) => url)).toEqual(['/api/v1/stream']);
    expect(kinds).toEqual(['health']);
    expect(feed.connection()).toEqual({ kind: 'live' });
  });

  it('leaves a short break to the browser, which resumes where it was', () => {
    streams.last.accept();
    streams.last.send('health', aHealth(), 100);
    streams.last.break();
    clock.advance(3_000);
    expect(feed.connection()).toEqual({ kind: 'reconnecting', seconds: 3 });
    streams.last.send('health', aHealth(), 105);
    expect(streams.opened).toHaveLength(1);
    expect(feed.joined()).toEqual({ connection: 1, eventId: 100 });
  });

  it('connects anew with growing waits when the browser gives up', () => {
    streams.last.break(true);
    clock.advance(1_000);
    expect(streams.opened).toHaveLength(2);
    streams.last.break(true);
    clock.advance(1_000);
    expect(streams.opened).toHaveLength(2);
    clock.advance(1_000);
    expect(streams.opened).toHaveLength(3);
    streams.last.accept();
    streams.last.send('health', aHealth(), 100);
    expect(feed.joined()).toEqual({ connection: 3, eventId: 100 });
  });

  it('resumes from the last event when it connects anew', () => {
    streams.last.accept();
    streams.last.send('health', aHealth(), 100);
    streams.last.break(true);
    clock.advance(1_000);
    expect(streams.last.url).toBe('/api/v1/stream?lastEventId=100');
    streams.last.send('health', aHealth(), 107);
    expect(feed.joined()).toEqual({ connection: 1, eventId: 100 });
  });

  it('becomes stale in silence and gives a dead connection up', () => {
    streams.last.accept();
    streams.last.send('health', aHealth(), 100);
    const lastMessageAt = clock.now();
    clock.advance(15_000);
    expect(feed.connection()).toEqual({ kind: 'stale', since: lastMessageAt });
    expect(streams.opened).toHaveLength(1);
    clock.advance(30_000);
    expect(streams.opened).toHaveLength(2);
  });

  it('closes the stream while the tab is hidden', () => {
    streams.last.accept();
    setHidden(true);
    expect(streams.last.readyState).toBe(2);
    clock.advance(60_000);
    expect(streams.opened).toHaveLength(1);
    setHidden(false);
    expect(streams.opened).toHaveLength(2);
    expect(feed.connection()).toEqual({ kind: 'connecting' });
  });

  it('ignores a message that was cut', () => {
    const kinds: string[] = [];
    feed.messages.subscribe(({ kind }) => kinds.push(kind));
    streams.last.sendText('sessions', '{"opened":', '101');
    expect(kinds).toEqual([]);
    expect(feed.connection()).toEqual({ kind: 'live' });
  });
});
