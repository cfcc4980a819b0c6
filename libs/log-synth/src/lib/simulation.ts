import type { Agenda, Task } from './agenda';
import { DAY_MS, HOUR_MS, SECOND_MS } from './durations';
import type { LogEntry } from './log-entry';
import type { Random } from './random';
import type { Range, Scenario } from './scenario';
import { dayOf, type ZoneClock } from './zone-clock';

const LONGEST_RECONNECTION_MS = 30 * SECOND_MS;

/** What every part of the simulation shares. */
export interface Simulation {
  readonly scenario: Scenario;
  readonly random: Random;
  readonly agenda: Agenda;
  /** Entries of the current instant, waiting to be written. */
  readonly outbox: LogEntry[];
  /** The wall clock of the server's machine. */
  readonly clock: ZoneClock;
  readonly server: {
    /** Until when the server answers nobody, epoch ms, exclusive. */
    downUntil: number;
  };
}

/** Whether the server is down now; if so, the task is planned again for soon after it is up. */
export function isPostponed(simulation: Simulation, now: number, task: Task): boolean {
  const { server, agenda, random } = simulation;
  if (now >= server.downUntil) return false;
  agenda.plan(server.downUntil + random.between(0, LONGEST_RECONNECTION_MS), task);
  return true;
}

/** Plans a task unless its instant (epoch ms) has passed. */
export function planAhead(simulation: Simulation, now: number, at: number, task: Task): void {
  if (at >= now) simulation.agenda.plan(at, task);
}

/** Calls `plan` now for the current local day of a clock, and at each midnight for the new one. */
export function onEachDay(
  { agenda, scenario }: Simulation,
  clock: ZoneClock,
  plan: (day: number, now: number) => void,
): void {
  const run = (day: number, now: number) => {
    plan(day, now);
    agenda.plan(clock.instantOf((day + 1) * DAY_MS), (midnight) => run(day + 1, midnight));
  };
  run(dayOf(clock.wallAt(scenario.from)), scenario.from);
}

/**
 * Draws an instant (epoch ms) between two hours of a local day of the server; each is as likely as any other,
 * in both passes of a repeated hour as well.
 */
export function drawInstant(
  { random, clock }: Simulation,
  day: number,
  [opens, closes]: readonly [number, number],
): number {
  const midnight = day * DAY_MS;
  return random.between(
    clock.instantOf(midnight + opens * HOUR_MS),
    clock.instantOf(midnight + closes * HOUR_MS),
  );
}

/** Draws from a range, in its own unit. */
export function drawFrom({ least, most }: Range, random: Random): number {
  return random.between(least, most);
}
