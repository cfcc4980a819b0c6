import { Agenda } from './agenda';
import { checkScenario } from './check-scenario';
import { Crowd } from './crowd';
import { Ledger } from './ledger';
import { LicenseDesk } from './license-desk';
import type { LogEntry } from './log-entry';
import { LogJournal, type LogLine } from './log-journal';
import { Random } from './random';
import type { Scenario } from './scenario';
import { ServerLife } from './server-life';
import { SessionLife } from './session-life';
import type { Simulation } from './simulation';
import type { Truth } from './truth';
import { ZoneClock } from './zone-clock';

/** What the server remembers besides the scenario; it does not change the lines. */
export interface ServerOptions {
  /** Whether closed sessions and refusals stay in the truth. Default true; false for endless runs. */
  readonly keepSessions?: boolean;
}

/**
 * A licence server that exists in memory only: it writes log lines one by one, in order and lazily, and
 * knows what they mean. An impossible scenario throws a RangeError.
 */
export class SimulatedLicenseServer {
  readonly #limit: number;
  readonly #simulation: Simulation;
  readonly #journal: LogJournal;
  readonly #ledger: Ledger;
  #now: number;
  #written = 0;
  #isOver = false;

  constructor(scenario: Scenario, { keepSessions = true }: ServerOptions = {}) {
    checkScenario(scenario);
    const clock = new ZoneClock(scenario.zone);
    this.#simulation = {
      scenario,
      random: new Random(scenario.seed),
      agenda: new Agenda(),
      outbox: [],
      clock,
      server: { downUntil: scenario.from },
    };
    this.#limit = scenario.to ?? Number.POSITIVE_INFINITY;
    this.#now = scenario.from;
    this.#journal = new LogJournal(clock, scenario.rotatesWeekly);
    this.#ledger = new Ledger(scenario, keepSessions);
    this.#begin();
  }

  /** Writes the next line of the log; undefined when the scenario is over. */
  next(): LogLine | undefined {
    const entry = this.#isOver ? undefined : this.#nextEntry();
    const line = entry && this.#journal.write(entry, this.#now);
    if (entry === undefined || line === undefined || line.at >= this.#limit) {
      this.#isOver = true;
      return undefined;
    }
    this.#now = line.at;
    this.#ledger.book(line, entry);
    return line;
  }

  /** Tells what the lines written so far say. */
  truth(): Truth {
    return this.#ledger.truth(this.#isOver ? this.#limit : this.#now);
  }

  #begin(): void {
    const desk = new LicenseDesk(this.#simulation);
    new ServerLife(this.#simulation).start();
    new Crowd(this.#simulation, desk, new SessionLife(this.#simulation, desk)).start();
  }

  /** Lets time pass until there is something to write. */
  #nextEntry(): LogEntry | undefined {
    const { agenda, outbox } = this.#simulation;
    while (this.#written >= outbox.length) {
      outbox.length = 0;
      this.#written = 0;
      const next = agenda.takeBefore(this.#limit);
      if (next === undefined) return undefined;
      this.#now = Math.max(this.#now, next.at);
      next.task(next.at);
    }
    return outbox[this.#written++];
  }
}
