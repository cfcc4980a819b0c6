import type { ProductSpec, Scenario } from './scenario';

const NO_FAULT = { everyDays: 1, downtimeSeconds: { least: 5, most: 5 } };

/** Throws one RangeError that names every fault of a scenario, if it has any. */
export function checkScenario(scenario: Scenario): void {
  const faults = [
    ...boundFaults(scenario),
    ...serverFaults(scenario),
    ...scenario.products.flatMap(productFaults),
    ...duplicateFaults(scenario.products),
  ];
  if (faults.length > 0)
    throw new RangeError(`The scenario is not possible: ${faults.join('; ')}.`);
}

function boundFaults(scenario: Scenario): string[] {
  const { from, to, users, products, regions } = scenario;
  const checks: [boolean, string][] = [
    [Number.isSafeInteger(scenario.seed), 'the seed must be a whole number'],
    [Number.isSafeInteger(from), 'from must be whole milliseconds'],
    [to === null || (Number.isSafeInteger(to) && to > from), 'to must be null or later than from'],
    [Number.isSafeInteger(users) && users > 0, 'users must be 1 or more'],
    [products.length > 0, 'products must not be empty'],
    [regions.length > 0, 'regions must not be empty'],
    [regions.every(({ share }) => share > 0), 'every share must be above 0'],
    [scenario.meanSessionMinutes > 0, 'meanSessionMinutes must be above 0'],
    [scenario.sessionsPerPersonDay >= 0, 'sessionsPerPersonDay must be 0 or more'],
    [isShare(scenario.weekendShare), 'weekendShare must be 0 to 1'],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function serverFaults({ poll, restart }: Scenario): string[] {
  const { everyDays, downtimeSeconds } = restart ?? NO_FAULT;
  const checks: [boolean, string][] = [
    [poll === null || poll.everyMinutes > 0, 'poll.everyMinutes must be above 0'],
    [everyDays >= 1, 'restart.everyDays must be 1 or more'],
    [downtimeSeconds.least >= 5, 'restart.downtimeSeconds must be 5 or more'],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function productFaults(product: ProductSpec): string[] {
  const { code, editor, pool, popularity, quantities = [] } = product;
  const checks: [boolean, string][] = [
    [/^[^\s!]+$/.test(code), 'the code must have neither blanks nor "!"'],
    [/^[^!]+$/.test(editor), 'the editor must not be empty or have "!"'],
    [Number.isSafeInteger(pool) && pool > 0, 'the pool must be 1 or more'],
    [popularity > 0, 'the popularity must be above 0'],
    [quantities.every((quantity) => isWholeUpTo(quantity, pool)), 'a quantity must be 1 to pool'],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => `${code}: ${fault}`);
}

function isShare(number: number): boolean {
  return number >= 0 && number <= 1;
}

function isWholeUpTo(number: number, most: number): boolean {
  return Number.isSafeInteger(number) && number >= 1 && number <= most;
}

function duplicateFaults(products: readonly ProductSpec[]): string[] {
  const keys = products.map(({ code, editor }) => `${code} of ${editor}`);
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => `${key} is given twice`);
}
