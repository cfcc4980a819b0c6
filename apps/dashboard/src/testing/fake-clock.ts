import type { Cancel, Clock } from '../app/data/clock';

interface Timer {
  dueAt: number;
  readonly periodMs: number | null;
  readonly run: () => void;
}

/** A clock that stands still until a test advances it. */
export class FakeClock implements Pick<Clock, 'now' | 'after' | 'every'> {
  private readonly timers = new Set<Timer>();

  constructor(private at = Date.UTC(2026, 10, 24, 13, 2, 10)) {}

  now(): number {
    return this.at;
  }

  after(delayMs: number, run: () => void): Cancel {
    return this.add({ dueAt: this.at + delayMs, periodMs: null, run });
  }

  every(periodMs: number, run: () => void): Cancel {
    return this.add({ dueAt: this.at + periodMs, periodMs, run });
  }

  /** Lets time pass and runs what falls due, in its order. */
  advance(durationMs: number): void {
    const end = this.at + durationMs;
    for (;;) {
      const [next] = [...this.timers]
        .filter(({ dueAt }) => dueAt <= end)
        .sort((a, b) => a.dueAt - b.dueAt);
      if (next === undefined) break;
      this.at = next.dueAt;
      if (next.periodMs === null) this.timers.delete(next);
      else next.dueAt += next.periodMs;
      next.run();
    }
    this.at = end;
  }

  private add(timer: Timer): Cancel {
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }
}
