import { MINUTE_MS, SECOND_MS } from './durations';
import type { LogEntry } from './log-entry';
import { MESSAGES, POLL_ENTRIES, SLEEP_ENTRIES, START_ENTRIES, STOP_ENTRY } from './server-entries';
import type { Scenario } from './scenario';
import {
  drawFrom,
  drawInstant,
  isPostponed,
  onEachDay,
  planAhead,
  type Simulation,
} from './simulation';
import { dayOf } from './zone-clock';

type Restart = NonNullable<Scenario['restart']>;

const START_STEP_MS = 200;
const POLL_STEP_MS = 4;
const LONGEST_POLL_DELAY_MS = 2 * SECOND_MS;
const SHORTEST_SPAN_WITH_JITTER_DAYS = 4;

/** What the server does apart from licensing: starts, restarts, polls, messages and sleep. */
export class ServerLife {
  readonly #simulation: Simulation;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Starts the server at the scenario's first instant and plans everything that follows. */
  start(): void {
    const { scenario, clock } = this.#simulation;
    this.#planStart(scenario.from + START_STEP_MS * START_ENTRIES.length);
    if (scenario.restart !== null) this.#planRestart(scenario.restart, scenario.from);
    if (scenario.poll !== null) this.#startPolls(scenario.poll.everyMinutes);
    onEachDay(this.#simulation, clock, (day, now) => {
      this.#planAnyTime(day, now, scenario.messagesPerDay, (later) => this.#say(later));
      this.#planAnyTime(day, now, scenario.suspensionsPerDay, (later) => this.#sleep(later));
    });
  }

  /** Plans the lines of a start so that the service answers from `upAt` (epoch ms) on. */
  #planStart(upAt: number): void {
    this.#simulation.server.downUntil = upAt;
    START_ENTRIES.forEach((entry, index) => {
      this.#planEntry(upAt - START_STEP_MS * (START_ENTRIES.length - index), entry);
    });
  }

  #planRestart(restart: Restart, now: number): void {
    const { random, clock, agenda } = this.#simulation;
    const { everyDays } = restart;
    const jitter = everyDays >= SHORTEST_SPAN_WITH_JITTER_DAYS ? random.integer(-1, 1) : 0;
    const day = dayOf(clock.wallAt(now)) + Math.round(everyDays) + jitter;
    agenda.plan(drawInstant(this.#simulation, day, [1, 5]), (later) =>
      this.#restart(restart, later),
    );
  }

  #restart(restart: Restart, now: number): void {
    const { random, outbox } = this.#simulation;
    const again = (later: number) => this.#restart(restart, later);
    if (isPostponed(this.#simulation, now, again)) return;
    outbox.push(STOP_ENTRY);
    const downtimeMs = drawFrom(restart.downtimeSeconds, random) * SECOND_MS;
    this.#planStart(Math.floor(now + downtimeMs));
    this.#planRestart(restart, now);
  }

  #startPolls(everyMinutes: number): void {
    const { scenario, random } = this.#simulation;
    this.#planPoll(scenario.from - random.fraction() * everyMinutes * MINUTE_MS, everyMinutes);
  }

  #planPoll(after: number, everyMinutes: number): void {
    const { random, agenda } = this.#simulation;
    const due = after + everyMinutes * MINUTE_MS;
    agenda.plan(due + random.between(0, LONGEST_POLL_DELAY_MS), (now) => {
      this.#poll(now);
      this.#planPoll(due, everyMinutes);
    });
  }

  #poll(now: number): void {
    const { agenda, outbox, server } = this.#simulation;
    POLL_ENTRIES.forEach((entry, index) => {
      agenda.plan(now + index * POLL_STEP_MS, (later) => {
        if (later >= server.downUntil) outbox.push(entry);
      });
    });
  }

  #planAnyTime(day: number, now: number, perDay: number, task: (later: number) => void): void {
    const { random } = this.#simulation;
    for (let left = random.poisson(perDay); left > 0; left -= 1) {
      planAhead(this.#simulation, now, drawInstant(this.#simulation, day, [0, 24]), task);
    }
  }

  #say(now: number): void {
    const { random, outbox } = this.#simulation;
    if (isPostponed(this.#simulation, now, (later) => this.#say(later))) return;
    outbox.push(...random.pick(MESSAGES));
  }

  #sleep(now: number): void {
    const { random, outbox, server } = this.#simulation;
    if (isPostponed(this.#simulation, now, (later) => this.#sleep(later))) return;
    outbox.push(SLEEP_ENTRIES.suspended);
    server.downUntil = Math.floor(now + random.between(5, 20) * MINUTE_MS);
    this.#planEntry(server.downUntil, SLEEP_ENTRIES.resumed);
  }

  #planEntry(at: number, entry: LogEntry): void {
    const { agenda, outbox } = this.#simulation;
    agenda.plan(at, () => outbox.push(entry));
  }
}
