import { MINUTE_MS, SECOND_MS } from './durations';
import type { ClientSession, Grant } from './grant';
import type { LicenseDesk, Wish } from './license-desk';
import type { Habits } from './person';
import type { ProductSpec } from './scenario';
import { drawFrom, isPostponed, type Simulation } from './simulation';
import { planSession, type SessionPlan } from './working-day';
import type { ZoneClock } from './zone-clock';

const LENGTH_SPREAD = 0.9;
const BATCH_MEAN_MINUTES = 150;
/** Some programs are opened by mistake and closed within seconds. */
const SECONDS_LONG_SHARE = 0.04;
const SECOND_PROCESS_LENGTH = 0.4;
const ENDS_WITH_FIRST_SHARE = 0.35;
const SHARED_CLIENT_SHARE = 0.3;
const NEVER_RETRIES_SHARE = 0.25;

/** How someone goes about a session. */
export interface Attempt {
  readonly wish: Wish;
  /** The day it has to fit into; null for a batch job, which runs until it is done. */
  readonly day: { readonly habits: Habits; readonly clock: ZoneClock } | null;
  /** What this session may take as well; null when it brings no company. */
  readonly also: { readonly product: ProductSpec; readonly quantity: number } | null;
  /** Whether a second process may join. */
  readonly isFirst: boolean;
  /** When it ends with another session, epoch ms; else null. */
  readonly endsAt: number | null;
}

/** The people's side of licensing: sessions begin, are tried again, bring company and end. */
export class SessionLife {
  readonly #simulation: Simulation;
  readonly #desk: LicenseDesk;

  constructor(simulation: Simulation, desk: LicenseDesk) {
    this.#simulation = simulation;
    this.#desk = desk;
  }

  /** Asks for a licence now (epoch ms) and lives the session, or tries again later, or gives up. */
  begin(attempt: Attempt, now: number): void {
    this.#try(attempt, now, null);
  }

  #try(attempt: Attempt, now: number, triesLeft: number | null): void {
    if (isPostponed(this.#simulation, now, (later) => this.#try(attempt, later, triesLeft))) return;
    const grant = this.#desk.request(attempt.wish, now);
    if (grant === null) this.#tryAgain(attempt, now, triesLeft ?? this.#patience());
    else this.#live(attempt, now, grant);
  }

  #tryAgain(attempt: Attempt, now: number, triesLeft: number): void {
    if (triesLeft === 0) return;
    const { random, agenda, scenario } = this.#simulation;
    const delayMs = drawFrom(scenario.retry.delaySeconds, random) * SECOND_MS;
    agenda.plan(now + delayMs, (later) => this.#try(attempt, later, triesLeft - 1));
  }

  #patience(): number {
    const { random, scenario } = this.#simulation;
    const { most } = scenario.retry;
    return most === 0 || random.chance(NEVER_RETRIES_SHARE) ? 0 : random.integer(1, most);
  }

  #live(attempt: Attempt, now: number, grant: Grant): void {
    const { agenda } = this.#simulation;
    const { endsAt, resumesAt } = this.#planOf(attempt, now);
    this.#planEnd(grant, now, endsAt);
    if (resumesAt !== null) {
      const again = { ...attempt, wish: { ...attempt.wish, client: null } };
      agenda.plan(resumesAt, (later) => this.begin(again, later));
    }
    if (attempt.isFirst) this.#bringCompany(attempt, now, grant, endsAt);
  }

  #planOf(attempt: Attempt, now: number): SessionPlan {
    const { random } = this.#simulation;
    if (attempt.endsAt !== null) {
      return { endsAt: Math.max(attempt.endsAt, now + SECOND_MS), resumesAt: null };
    }
    const lengthMs = this.#drawLength(attempt);
    if (attempt.day === null) return { endsAt: now + lengthMs, resumesAt: null };
    const { clock, habits } = attempt.day;
    const wall = clock.wallAt(now);
    const plan = planSession(wall, lengthMs, habits, random);
    const isResumed = attempt.isFirst && plan.resumesAt !== null;
    return {
      endsAt: now + (plan.endsAt - wall),
      resumesAt: isResumed ? now + (plan.resumesAt - wall) : null,
    };
  }

  #drawLength({ day, isFirst }: Attempt): number {
    const { random, scenario } = this.#simulation;
    if (random.chance(SECONDS_LONG_SHARE)) return random.between(3, 30) * SECOND_MS;
    const minutes = day === null ? BATCH_MEAN_MINUTES : scenario.meanSessionMinutes;
    const share = isFirst ? 1 : SECOND_PROCESS_LENGTH;
    return random.logNormal(minutes * share * MINUTE_MS, LENGTH_SPREAD);
  }

  #planEnd(grant: Grant, now: number, endsAt: number): void {
    const { random, scenario, agenda } = this.#simulation;
    const { crashShare, afterMinutes } = scenario.timeout;
    if (!random.chance(crashShare)) {
      agenda.plan(endsAt, (later) => this.#end(grant, 'detachment', later));
      return;
    }
    const crashedAt = random.between(now, endsAt);
    const takenBackAt = crashedAt + drawFrom(afterMinutes, random) * MINUTE_MS;
    agenda.plan(takenBackAt, (later) => this.#end(grant, 'timeout', later));
  }

  #end(grant: Grant, closedBy: 'detachment' | 'timeout', now: number): void {
    const again = (later: number) => this.#end(grant, closedBy, later);
    if (!isPostponed(this.#simulation, now, again)) this.#desk.end(grant, closedBy);
  }

  #bringCompany(attempt: Attempt, now: number, grant: Grant, endsAt: number): void {
    const { random, scenario, agenda } = this.#simulation;
    const joinsAt = () =>
      now + random.between(SECOND_MS, Math.max(SECOND_MS, 0.7 * (endsAt - now)));
    const company: Attempt = {
      ...attempt,
      also: null,
      isFirst: false,
      endsAt: random.chance(ENDS_WITH_FIRST_SHARE) ? endsAt : null,
    };
    if (random.chance(scenario.secondProcessShare)) {
      const client = random.chance(scenario.nestedShare) ? grant.client : null;
      const second = { ...company, wish: { ...attempt.wish, client } };
      agenda.plan(joinsAt(), (later) => this.begin(second, later));
    }
    if (attempt.also !== null && random.chance(scenario.secondProductShare)) {
      const client = this.#clientFor(attempt.also.product, grant);
      const other = { ...company, wish: { ...attempt.wish, ...attempt.also, client } };
      agenda.plan(joinsAt(), (later) => this.begin(other, later));
    }
  }

  /** One program may hold several products of its own editor. */
  #clientFor({ editor }: ProductSpec, { client, product }: Grant): ClientSession | null {
    const { random } = this.#simulation;
    return editor === product.editor && random.chance(SHARED_CLIENT_SHARE) ? client : null;
  }
}
