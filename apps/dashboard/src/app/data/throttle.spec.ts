import { FakeClock } from '../../testing/fake-clock';
import { throttle } from './throttle';

describe('throttle', () => {
  it('runs at once, then at most once a period, and never loses the last request', () => {
    const clock = new FakeClock();
    let runs = 0;
    const throttled = throttle(clock, 1_000, () => (runs += 1));
    throttled.request();
    throttled.request();
    throttled.request();
    expect(runs).toBe(1);
    clock.advance(999);
    expect(runs).toBe(1);
    clock.advance(1);
    expect(runs).toBe(2);
    clock.advance(5_000);
    expect(runs).toBe(2);
  });

  it('forgets a request that is cancelled', () => {
    const clock = new FakeClock();
    let runs = 0;
    const throttled = throttle(clock, 1_000, () => (runs += 1));
    throttled.request();
    throttled.request();
    throttled.cancel();
    clock.advance(2_000);
    expect(runs).toBe(1);
  });
});
