import { TestBed } from '@angular/core/testing';
import { FakeClock } from '../../testing/fake-clock';
import { Clock } from './clock';
import { ServerClock } from './server-clock';

describe('ServerClock', () => {
  let clock: FakeClock;
  let serverClock: ServerClock;

  beforeEach(() => {
    clock = new FakeClock(1_000_000);
    TestBed.configureTestingModule({ providers: [{ provide: Clock, useValue: clock }] });
    serverClock = TestBed.inject(ServerClock);
  });

  it('follows the clock of the API when that of the browser is off', () => {
    serverClock.observe(1_300_000);
    clock.advance(10_000);
    expect(serverClock.now()).toBe(1_310_000);
    expect(serverClock.minute()).toBe(1_300_000);
  });

  it('takes a small difference for the time of travel', () => {
    serverClock.observe(1_000_000 - 800);
    expect(serverClock.now()).toBe(1_000_000);
  });

  it('ticks once a minute', () => {
    clock.advance(59_000);
    expect(serverClock.minute()).toBe(1_000_000);
    clock.advance(1_000);
    expect(serverClock.minute()).toBe(1_060_000);
  });
});
