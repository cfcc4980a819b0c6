import * as fc from 'fast-check';
import { officeScenario } from './office-scenario';
import { SimulatedLicenseServer } from './simulated-license-server';
import type { LogLine } from './log-journal';
import type { Scenario } from './scenario';
import type { ProductTruth, SessionTruth } from './truth';

/**
 * A second reading of the log that shares nothing with the simulation: it splits the text, takes the
 * time from `LogLine.at`, and recounts everything from scratch after every line.
 */
class NaiveReplay {
  readonly sessions: { -readonly [Key in keyof SessionTruth]: SessionTruth[Key] }[] = [];
  readonly #open = new Map<string, NaiveReplay['sessions']>();
  readonly counts = new Map<string, ProductTruth & { since: number }>();
  readonly denials = new Map<string, number>();
  readonly peakOverPool: string[] = [];
  events = 0;

  constructor(private readonly scenario: Scenario) {}

  read(line: LogLine): void {
    const message = line.text.slice(38);
    const category = line.text.slice(26, 37).trim();
    const isStamped = /^\d{4}\//.test(line.text);
    if (!isStamped) return;
    if (/Server version|License server stopped/.test(message)) this.events += 1;
    if (category === 'USGTRACING') this.#usage(message.split('!'), line.at);
    if (category === 'LICENSESERV') this.#denial(message);
  }

  #denial(message: string): void {
    const [code = ''] = message.split(' not granted, ');
    this.events += 1;
    this.denials.set(code, (this.denials.get(code) ?? 0) + 1);
  }

  #usage(fields: string[], at: number): void {
    this.events += 1;
    const session = this.#sessionOf(fields, at);
    const key = `${session.product} of ${session.editor}`;
    const open = this.#open.get(key) ?? [];
    this.#open.set(key, open);
    this.#integrate(key, open, at);
    if (fields[0] === 'Grant') {
      this.sessions.push(session);
      open.push(session);
    } else {
      const index = open.findIndex(({ sessionId }) => sessionId === session.sessionId);
      const [closed] = open.splice(index, 1);
      if (index < 0 || closed === undefined) throw new Error(`Nothing to close: ${fields}`);
      closed.endedAt = at;
      closed.closedBy = fields[0] === 'TimeOut' ? 'timeout' : 'detachment';
    }
    this.#recount(key, open, session);
  }

  #sessionOf(fields: string[], startedAt: number): NaiveReplay['sessions'][number] {
    const shift = this.scenario.variant === 'B' ? 1 : 0;
    const rest = fields.slice(3 + shift);
    const [sessionId = '', editor = '', model = '', quantity, , client = '', , user = ''] = rest;
    const [host = '', id = ''] = client.split(' ');
    return {
      product: fields[2]!,
      editor,
      model: model as SessionTruth['model'],
      quantity: Number(quantity),
      user,
      host,
      display: Number(id.slice(0, -1).split('.')[1]),
      computerId: id.slice(1, -1),
      sessionId,
      startedAt,
      endedAt: null,
      closedBy: null,
    };
  }

  #integrate(key: string, open: readonly SessionTruth[], at: number): void {
    const count = this.counts.get(key);
    if (count === undefined) return;
    const elapsed = at - count.since;
    const tokens = open.reduce((sum, { quantity }) => sum + quantity, 0);
    this.counts.set(key, {
      ...count,
      since: at,
      licenseMs: count.licenseMs + elapsed * count.licensesInUse,
      sessionMs: count.sessionMs + elapsed * tokens,
    });
  }

  #recount(key: string, open: readonly SessionTruth[], latest: SessionTruth): void {
    const { product, editor, model, startedAt: at, sessionId } = latest;
    const before = this.counts.get(key) ?? EMPTY;
    const licensesInUse = naiveInUse(open);
    const isPeak = licensesInUse > before.peakLicenses;
    const pool = this.scenario.products.find(({ code }) => code === product)!.pool;
    if (licensesInUse > pool) this.peakOverPool.push(sessionId);
    this.counts.set(key, {
      ...before,
      product,
      editor,
      model,
      since: at,
      grants: before.grants + Number(open.includes(latest)),
      peakLicenses: isPeak ? licensesInUse : before.peakLicenses,
      peakAt: isPeak ? at : before.peakAt,
      openSessions: open.length,
      licensesInUse,
    });
  }

  products(until: number): ProductTruth[] {
    return this.scenario.products.map(({ code, editor, model }) => {
      const key = `${code} of ${editor}`;
      this.#integrate(key, this.#open.get(key) ?? [], until);
      const { since, ...count } = this.counts.get(key) ?? { ...EMPTY, since: until };
      if (since !== until) throw new Error(`${key} is not integrated.`);
      return { ...count, product: code, editor, model, denials: this.denials.get(code) ?? 0 };
    });
  }
}

const EMPTY = {
  product: '',
  editor: '',
  model: 'Token' as const,
  grants: 0,
  denials: 0,
  peakLicenses: 0,
  peakAt: null,
  licenseMs: 0,
  sessionMs: 0,
  openSessions: 0,
  licensesInUse: 0,
  since: 0,
};

function naiveInUse(open: readonly SessionTruth[]): number {
  if (open[0]?.model === 'Token') return open.reduce((sum, { quantity }) => sum + quantity, 0);
  const holders = open.map(({ model, user, computerId }) =>
    model === 'NamedUser' ? user : `${user} on ${computerId}`,
  );
  return new Set(holders).size;
}

function replayed(scenario: Scenario, most = Infinity) {
  const server = new SimulatedLicenseServer(scenario);
  const replay = new NaiveReplay(scenario);
  let last = scenario.from;
  let lines = 0;
  let isOver = false;
  while (lines < most && !isOver) {
    const line = server.next();
    isOver = line === undefined;
    if (line === undefined) continue;
    lines += 1;
    last = line.at;
    replay.read(line);
  }
  const until = isOver && scenario.to !== null ? scenario.to : last;
  return { truth: server.truth(), replay, until, lines };
}

function expectAgreement({ truth, replay, until, lines }: ReturnType<typeof replayed>): void {
  expect(truth.until).toBe(until);
  expect(truth.products).toEqual(replay.products(until));
  const rowsOf = (sessions: readonly SessionTruth[]) => sessions.map((row) => JSON.stringify(row));
  const found = rowsOf(replay.sessions);
  expect(rowsOf(truth.sessions).filter((row, index) => row !== found[index])).toEqual([]);
  expect(truth.sessions).toHaveLength(found.length);
  expect(truth.lines).toBe(lines);
  expect(truth.events).toBe(replay.events);
  for (const { product, denials } of truth.notOwned) {
    expect(replay.denials.get(product) ?? 0).toBe(denials);
  }
  const denials = [...replay.denials.values()].reduce((sum, count) => sum + count, 0);
  expect(truth.denials).toHaveLength(denials);
  expect(replay.peakOverPool).toEqual([]);
}

const AUTUMN = Date.UTC(2025, 9, 12, 22);
const SPRING = Date.UTC(2025, 2, 16, 23);

describe('the truth of 21 days', () => {
  it.each([
    { variant: 'A', season: 'autumn', from: AUTUMN },
    { variant: 'B', season: 'autumn', from: AUTUMN },
    { variant: 'A', season: 'spring', from: SPRING },
    { variant: 'B', season: 'spring', from: SPRING },
  ] as const)('is what a naive replay finds: variant $variant, $season', ({ variant, from }) => {
    const result = replayed(officeScenario({ variant, from, seed: 7, batchJobsPerDay: 120 }));
    expectAgreement(result);
    const { truth } = result;
    expect(truth.sessions.length).toBeGreaterThan(5_000);
    expect(truth.products.every(({ grants }) => grants > 0)).toBe(true);
    expect(truth.products.filter(({ denials }) => denials > 0).length).toBeGreaterThan(2);
  });

  const { products, sessions } = replayed(officeScenario()).truth;

  it('has no more licence time than session time, for processes share licences', () => {
    for (const { model, licenseMs, sessionMs } of products) {
      if (model === 'Token') expect(licenseMs).toBe(sessionMs);
      else expect(licenseMs).toBeLessThan(sessionMs);
    }
  });

  it('reaches its peak at the instant it names, and not before', () => {
    for (const { product, peakAt, peakLicenses } of products) {
      const open = sessions.filter(
        ({ startedAt, endedAt, ...session }) =>
          session.product === product &&
          startedAt <= (peakAt ?? 0) &&
          (endedAt ?? Infinity) > (peakAt ?? 0),
      );
      expect(naiveInUse(open)).toBe(peakLicenses);
    }
  });
});

describe('the truth on the way', () => {
  it('is about the lines written so far', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer(),
          zone: fc.constantFrom('Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe'),
          variant: fc.constantFrom('A' as const, 'B' as const),
          users: fc.integer({ min: 1, max: 25 }),
          sessionsPerPersonDay: fc.integer({ min: 0, max: 12 }),
          suspensionsPerDay: fc.integer({ min: 0, max: 3 }),
          from: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) }),
        }),
        fc.integer({ min: 0, max: 2_000 }),
        (overrides, lines) => {
          const restart = { everyDays: 1, downtimeSeconds: { least: 60, most: 600 } };
          const to = overrides.from + 3 * 86_400_000;
          expectAgreement(replayed(officeScenario({ ...overrides, to, restart }), lines));
        },
      ),
      { numRuns: 60, seed: 20251026 },
    );
  });

  it('starts empty', () => {
    const scenario = officeScenario();
    const truth = new SimulatedLicenseServer(scenario).truth();
    expect(truth).toMatchObject({ from: scenario.from, until: scenario.from, lines: 0, events: 0 });
    expect(truth.sessions).toEqual([]);
    expect(truth.files).toEqual([]);
  });

  it('is a copy that later lines do not change', () => {
    const server = new SimulatedLicenseServer(officeScenario());
    for (let written = 0; written < 3_000; written += 1) server.next();
    const before = server.truth();
    const copy = structuredClone(before);
    for (let written = 0; written < 3_000; written += 1) server.next();
    expect(before).toEqual(copy);
    expect(server.truth()).not.toEqual(copy);
  });
});
