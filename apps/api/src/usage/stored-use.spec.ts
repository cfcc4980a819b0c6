import {
  concurrencySteps,
  eachStep,
  levelsAt,
  licenseMs,
  licenseTimeBounds,
  peaksPerBucket,
  sessionLengths,
  toSteps,
  typicalLength,
  type Steps,
} from '@license-monitor/analytics';
import { ALL_NAMES, HistoryReader } from '@license-monitor/db';
import fc from 'fast-check';
import { TestStores, type ToldEvent } from '../testing/stores';
import { COUNTING, toUseInterval } from './use-interval';

const HOUR = 60 * 60_000;
const START = Date.UTC(2026, 0, 30);
const END = START + 12 * 24 * HOUR;

/** What a history may go through; the clock steps back where `lateHours` says so. */
const deed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      type: fc.constantFrom<ToldEvent['type']>('grant', 'grant', 'detachment', 'timeout'),
      user: fc.constantFrom('ann', 'bob', 'eve'),
      host: fc.constantFrom('WS-1', 'WS-2'),
      session: fc.constantFrom('1', '2', '3'),
      model: fc.constantFrom<NonNullable<ToldEvent['model']>>(
        'ConcurrentUser',
        'NamedUser',
        'Token',
      ),
      lateHours: fc.constantFrom(0, 0, 0, 0, 2, 30),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('sweep', 'restart', 'rebuild') }) },
);
const deeds = fc.array(fc.tuple(deed, fc.integer({ min: 0, max: 9 * HOUR })), {
  minLength: 1,
  maxLength: 30,
});

type Deeds = readonly (readonly [
  (
    | (Omit<ToldEvent, 'at'> & { readonly kind: 'tell'; readonly lateHours: number })
    | { readonly kind: 'sweep' | 'restart' | 'rebuild' }
  ),
  number,
])[];

async function doAll(stores: TestStores, all: Deeds): Promise<void> {
  let now = START;
  for (const [one, afterMs] of all) {
    now = Math.min(END - 1, now + afterMs);
    if (one.kind === 'tell') {
      const { lateHours, ...told } = one;
      await stores.tell({ ...told, at: now - lateHours * HOUR });
    } else if (one.kind === 'sweep') await stores.sweep(now, 20 * HOUR);
    else await stores[one.kind]();
  }
}

/** What is asked of steps: each number of licences in the order in which they were in use. */
const changesOf = (steps: readonly { readonly at: number; readonly inUse: number }[]) =>
  steps.filter(({ at }) => at >= START && at < END).map(({ at, inUse }) => [at, inUse]);

/** Instants of the range at which much may differ: of each step, a millisecond on both sides, and others. */
const aroundOf = (steps: readonly { readonly at: number }[]): number[] =>
  [START, END - 1, ...steps.flatMap(({ at }) => [at - 1, at, at + 1, at + HOUR])]
    .filter((at) => at >= START && at < END)
    .sort((a, b) => a - b);

/** Every step as an object. */
function all(steps: Steps = []) {
  const told: unknown[] = [];
  eachStep(steps, (at, inUse, isGrant) => told.push({ at, inUse, isGrant }));
  return told;
}

/** The figures that the database counts are those of the sessions themselves, over part of the time. */
async function expectFigures(history: HistoryReader): Promise<void> {
  const [from, to] = [START + 30 * HOUR, START + 60 * HOUR];
  const figures = await history.figures.read({ ...ALL_NAMES, from, to });
  const sessions = await history.sessions.overlapping(from, to);
  const models = new Set(sessions.map(({ model }) => model));
  expect(new Set(figures.map(({ model }) => model))).toEqual(models);
  for (const model of models) {
    const own = sessions.filter((session) => session.model === model);
    const ended = own.filter(({ endedAt }) => endedAt !== null && endedAt >= from && endedAt < to);
    const { meanMs = null, medianMs = null } = sessionLengths(own);
    const stored = figures.find((one) => one.model === model);
    const { meanMs: mean = null, medianMs: median = null } = typicalLength(stored?.lengths ?? []);
    expect({ ...stored, meanMs: mean, medianMs: median }).toMatchObject({
      count: own.length,
      grants: own.filter(({ startedAt }) => (startedAt ?? 0) >= from).length,
      openAtEnd: own.filter(({ endedAt }) => endedAt === null || endedAt >= to).length,
      timeouts: ended.filter(({ closedBy }) => closedBy === 'timeout').length,
      presumedLost: ended.filter(({ closedBy }) => closedBy === 'presumedLost').length,
      serverRestart: ended.filter(({ closedBy }) => closedBy === 'serverRestart').length,
      users: new Set(own.map(({ user }) => user)).size,
      hosts: new Set(own.map(({ host }) => host)).size,
      meanMs,
      medianMs,
      ...licenseTimeBounds(own, from, to),
    });
  }
}

describe('the steps of use that are stored with the sessions', () => {
  it('are those that the sessions give, whatever happened, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const stores = new TestStores();
        await stores.open();
        await doAll(stores, all);
        const history = await HistoryReader.open(stores.historyFile);
        const uses = await history.use.steps(START, END, ALL_NAMES);
        for (const model of ['ConcurrentUser', 'NamedUser', 'Token'] as const) {
          const sessions = (await history.sessions.overlapping(START, END)).filter(
            (session) => session.model === model,
          );
          const intervals = sessions.flatMap((session) => toUseInterval(session, END) ?? []);
          const expected = concurrencySteps(intervals, COUNTING[model]);
          const steps = uses.find((use) => use.model === model)?.steps ?? [];
          const stored = toSteps(steps);
          const instants = aroundOf(stored);
          expect(levelsAt(steps, instants)).toEqual(levelsAt(expected, instants));
          expect(changesOf(stored)).toEqual(changesOf(expected));
          expect(licenseMs(stored, START, END)).toBe(licenseMs(expected, START, END));
          expect(peaksPerBucket(stored, START, HOUR, 12 * 24)).toEqual(
            peaksPerBucket(expected, START, HOUR, 12 * 24),
          );
        }
        await expectFigures(history);
        await history.close();
        await stores.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('go on in another row where a day has very many', async () => {
    const stores = new TestStores();
    await stores.open();
    const users = Array.from({ length: 1500 }, (_, nth) => `user${nth}`);
    for (let from = 0; from < users.length; from += 500) {
      const some = users.slice(from, from + 500);
      await stores.tell(
        ...some.map((user, nth) => ({
          type: 'grant' as const,
          at: START + (from + nth) * 20_000,
          user,
        })),
      );
      await stores.restart();
    }
    const history = await HistoryReader.open(stores.historyFile);
    const [use] = await history.use.steps(START, END, ALL_NAMES);
    expect(all(use?.steps)).toEqual(
      users.map((_, nth) => ({ at: START + nth * 20_000, inUse: nth + 1, isGrant: true })),
    );
    const instants = [START, START + 600 * 20_000 - 1, START + 1400 * 20_000, END - 1];
    expect(use?.steps.levelsAt(instants)).toEqual([1, 600, 1401, 1500]);
    await history.close();
    await stores.close();
  });

  it('are read from the middle of a day on with what was in use before', async () => {
    const stores = new TestStores();
    await stores.open();
    await stores.tell(
      { type: 'grant', at: START, user: 'ann' },
      { type: 'grant', at: START + HOUR, user: 'bob' },
      { type: 'detachment', at: START + 50 * HOUR, user: 'ann' },
    );
    const history = await HistoryReader.open(stores.historyFile);
    const at = START + 30 * HOUR;
    const [use] = await history.use.steps(at, END, ALL_NAMES);
    expect(all(use?.steps)).toEqual([
      { at: at - 1, inUse: 2, isGrant: false },
      { at: START + 50 * HOUR, inUse: 1, isGrant: false },
    ]);
    const [later] = await history.use.steps(END, END + HOUR, ALL_NAMES);
    expect(all(later?.steps)).toEqual([{ at: END - 1, inUse: 1, isGrant: false }]);
    expect(await history.use.steps(START - HOUR, START, ALL_NAMES)).toEqual([]);
    await history.close();
    await stores.close();
  });
});
