import { loginOf } from './invented-names';
import type { Random } from './random';
import type { ProductSpec, Scenario } from './scenario';
import { workplaceOf, machineOf, type Workplace } from './workplace';

/** When a person is at work, in minutes after local midnight. */
export interface Habits {
  readonly arrival: number;
  readonly lunch: number;
  readonly lunchMinutes: number;
  readonly leaving: number;
}

/** Someone who starts sessions. */
export interface Person {
  readonly user: string;
  readonly habits: Habits;
  /** The usual machine first. */
  readonly workplaces: readonly Workplace[];
  /** The compute node this person's batch jobs run on; several people share one. */
  readonly node: Workplace;
  /** The usual product first. */
  readonly favourites: readonly ProductSpec[];
}

const FIRST_ACCOUNT = 1001;
const PEOPLE_PER_SHARED_MACHINE = 6;
const PEOPLE_PER_NODE = 15;
const SECOND_MACHINE_SHARE = 0.25;
const SECOND_DISPLAY_SHARE = 0.08;
const MOST_FAVOURITES = 3;

/** Invents the people of a scenario. */
export function inventPeople(scenario: Scenario, random: Random): Person[] {
  return Array.from({ length: scenario.users }, (_, index) => ({
    user: loginOf(index),
    habits: inventHabits(random),
    workplaces: inventWorkplaces(index, random),
    node: workplaceOf(
      accountOf(index),
      machineOf('node', 1 + Math.floor(index / PEOPLE_PER_NODE)),
      0,
    ),
    favourites: inventFavourites(scenario.products, random),
  }));
}

function accountOf(index: number): { user: string; account: number } {
  return { user: loginOf(index), account: FIRST_ACCOUNT + index };
}

function inventHabits(random: Random): Habits {
  const arrival = random.normal(8.4 * 60, 35);
  return {
    arrival,
    lunch: random.normal(12.2 * 60, 12),
    lunchMinutes: random.between(40, 65),
    leaving: arrival + random.normal(9.2 * 60, 30),
  };
}

function inventWorkplaces(index: number, random: Random): Workplace[] {
  const account = accountOf(index);
  const own = machineOf('workstation', index + 1);
  const workplaces = [workplaceOf(account, own, 1)];
  if (random.chance(SECOND_DISPLAY_SHARE)) workplaces.push(workplaceOf(account, own, 2));
  if (random.chance(SECOND_MACHINE_SHARE)) {
    const number = 1 + Math.floor(index / PEOPLE_PER_SHARED_MACHINE);
    workplaces.push(workplaceOf(account, machineOf('shared', number), 1));
  }
  return workplaces;
}

function inventFavourites(products: readonly ProductSpec[], random: Random): ProductSpec[] {
  const favourites = new Set<ProductSpec>();
  for (let drawn = random.integer(1, MOST_FAVOURITES); drawn > 0; drawn -= 1) {
    favourites.add(random.pickWeighted(products, ({ popularity }) => popularity));
  }
  return [...favourites];
}
