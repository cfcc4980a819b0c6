import type { LicenseDesk } from './license-desk';
import { inventPeople, type Person } from './person';
import type { ProductSpec, Region } from './scenario';
import type { Attempt, SessionLife } from './session-life';
import { drawInstant, isPostponed, onEachDay, planAhead, type Simulation } from './simulation';
import { sessionStarts } from './working-day';
import { isWeekend, ZoneClock } from './zone-clock';

const USUAL_PRODUCT_SHARE = 0.6;
const USUAL_WORKPLACE_SHARE = 0.85;
/** Hours of the server's local day; above 24 is the next morning. */
const NIGHT_HOURS = [19, 30] as const;
const WEEKEND_HOURS = [0, 24] as const;
const OFFICE_HOURS = [8, 18] as const;
const TOKEN_QUANTITIES = [5, 6, 8, 12];

/** How clients ask for what the site does not own: as for any V5 product. */
const NEVER_BOUGHT: ProductSpec = {
  code: '',
  editor: 'Dassault Systemes V5',
  model: 'ConcurrentUser',
  pool: 1,
  popularity: 1,
};

/** The people of a scenario: they plan their sessions at each midnight of their own region. */
export class Crowd {
  readonly #simulation: Simulation;
  readonly #life: SessionLife;
  readonly #desk: LicenseDesk;
  readonly #people: readonly Person[];
  /** What batch jobs take. */
  readonly #batchProducts: readonly ProductSpec[];
  /** What the site never bought. */
  readonly #notOwned: readonly ProductSpec[];

  constructor(simulation: Simulation, desk: LicenseDesk, life: SessionLife) {
    const { scenario, random } = simulation;
    this.#simulation = simulation;
    this.#life = life;
    this.#desk = desk;
    this.#people = inventPeople(scenario, random);
    const tokens = scenario.products.filter(({ model }) => model === 'Token');
    this.#batchProducts = tokens.length > 0 ? tokens : scenario.products;
    this.#notOwned = scenario.notOwned.codes.map((code) => ({ ...NEVER_BOUGHT, code }));
  }

  /** Starts the planning of every region, of the batch jobs and of the hopeless requests. */
  start(): void {
    const { scenario, clock } = this.#simulation;
    for (const { zone, people } of shareOut(this.#people, scenario.regions)) {
      const local = new ZoneClock(zone);
      onEachDay(this.#simulation, local, (day, now) => this.#planDay(people, local, day, now));
    }
    onEachDay(this.#simulation, clock, (day, now) => {
      this.#planBatchJobs(day, now);
      this.#planHopelessRequests(day, now);
    });
  }

  #planDay(people: readonly Person[], clock: ZoneClock, day: number, now: number): void {
    const { scenario, random } = this.#simulation;
    const expected = scenario.sessionsPerPersonDay * (isWeekend(day) ? scenario.weekendShare : 1);
    for (const person of people) {
      for (const wall of sessionStarts(day, person.habits, random, random.poisson(expected))) {
        planAhead(this.#simulation, now, clock.instantOf(wall), (later) =>
          this.#life.begin(this.#interactive(person, clock), later),
        );
      }
    }
  }

  #interactive(person: Person, clock: ZoneClock): Attempt {
    const { random } = this.#simulation;
    const product = random.pickUsual(person.favourites, USUAL_PRODUCT_SHARE);
    const others = person.favourites.filter((favourite) => favourite !== product);
    return {
      wish: {
        product,
        workplace: random.pickUsual(person.workplaces, USUAL_WORKPLACE_SHARE),
        quantity: this.#quantityOf(product),
        client: null,
      },
      day: { habits: person.habits, clock },
      also: others.length > 0 ? this.#alsoOf(random.pick(others)) : null,
      isFirst: true,
      endsAt: null,
    };
  }

  #alsoOf(product: ProductSpec): { product: ProductSpec; quantity: number } {
    return { product, quantity: this.#quantityOf(product) };
  }

  #planBatchJobs(day: number, now: number): void {
    const { scenario, random } = this.#simulation;
    const hours = isWeekend(day) ? WEEKEND_HOURS : NIGHT_HOURS;
    for (let left = random.poisson(scenario.batchJobsPerDay); left > 0; left -= 1) {
      const at = drawInstant(this.#simulation, day, hours);
      planAhead(this.#simulation, now, at, (later) => this.#life.begin(this.#batchJob(), later));
    }
  }

  #batchJob(): Attempt {
    const { random } = this.#simulation;
    const product = random.pickWeighted(this.#batchProducts, ({ popularity }) => popularity);
    const workplace = random.pick(this.#people).node;
    const quantity = this.#quantityOf(product);
    return {
      wish: { product, workplace, quantity, client: null },
      day: null,
      also: null,
      isFirst: true,
      endsAt: null,
    };
  }

  #planHopelessRequests(day: number, now: number): void {
    const { scenario, random } = this.#simulation;
    if (this.#notOwned.length === 0 || isWeekend(day)) return;
    for (let left = random.poisson(scenario.notOwned.requestsPerDay); left > 0; left -= 1) {
      const at = drawInstant(this.#simulation, day, OFFICE_HOURS);
      planAhead(this.#simulation, now, at, (later) => this.#askInVain(later));
    }
  }

  #askInVain(now: number): void {
    const { random } = this.#simulation;
    if (isPostponed(this.#simulation, now, (later) => this.#askInVain(later))) return;
    const product = random.pick(this.#notOwned);
    const workplace = random.pick(random.pick(this.#people).workplaces);
    this.#desk.request({ product, workplace, quantity: 1, client: null }, now);
  }

  #quantityOf(product: ProductSpec): number {
    const { random } = this.#simulation;
    return product.model === 'Token' ? random.pick(quantitiesOf(product)) : 1;
  }
}

function quantitiesOf({ quantities, pool }: ProductSpec): readonly number[] {
  if (quantities !== undefined && quantities.length > 0) return quantities;
  const fitting = TOKEN_QUANTITIES.filter((quantity) => quantity <= pool);
  return fitting.length > 0 ? fitting : [1];
}

/** Deals the people out to the regions by share. */
function shareOut(
  people: readonly Person[],
  regions: readonly Region[],
): { readonly zone: string; readonly people: readonly Person[] }[] {
  const total = regions.reduce((sum, { share }) => sum + share, 0);
  let before = 0;
  return regions.map(({ zone, share }) => {
    const first = Math.round((before / total) * people.length);
    before += share;
    return { zone, people: people.slice(first, Math.round((before / total) * people.length)) };
  });
}
