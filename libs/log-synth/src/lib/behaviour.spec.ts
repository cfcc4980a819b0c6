import type { LogLine } from './log-journal';
import { officeScenario } from './office-scenario';
import type { Scenario } from './scenario';
import { SimulatedLicenseServer } from './simulated-license-server';
import type { Truth } from './truth';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two weeks of an office. */
function fortnight(overrides: Partial<Scenario> = {}): Scenario {
  return officeScenario({ to: officeScenario().from + 14 * DAY, ...overrides });
}

function run(scenario: Scenario): { lines: LogLine[]; truth: Truth } {
  const server = new SimulatedLicenseServer(scenario);
  const lines: LogLine[] = [];
  for (let line = server.next(); line !== undefined; line = server.next()) lines.push(line);
  return { lines, truth: server.truth() };
}

/** Sessions open on average at an hour (and minute) of Paris in summer, over the given days of October 2025. */
function openAt({ sessions }: Truth, days: number[], hour: number): number {
  const instants = days.map((day) => Date.UTC(2025, 9, day) + (hour - 2) * HOUR);
  const open = instants.flatMap((at) =>
    sessions.filter(({ startedAt, endedAt }) => startedAt <= at && (endedAt ?? Infinity) > at),
  );
  return open.length / instants.length;
}

const WORKING_DAYS = [13, 14, 15, 16, 17, 20, 21, 22, 23, 24];
const office = run(officeScenario());

describe('the working day', () => {
  const paris = run(fortnight({ regions: [{ zone: 'Europe/Paris', share: 1 }] })).truth;

  it('rises in the morning, dips at lunch and falls in the evening', () => {
    const at = (hour: number) => openAt(paris, WORKING_DAYS, hour);
    expect(at(7)).toBeLessThan(at(9));
    expect(at(9)).toBeLessThan(at(11));
    expect(at(12.6)).toBeLessThan(0.75 * at(11));
    expect(at(12.6)).toBeLessThan(0.75 * at(15));
    expect(at(20)).toBeLessThan(0.3 * at(15));
  });

  it('leaves little for the night and the weekend', () => {
    const busy = openAt(paris, WORKING_DAYS, 15);
    expect(openAt(paris, WORKING_DAYS, 3)).toBeLessThan(0.15 * busy);
    expect(openAt(paris, [18, 19, 25], 15)).toBeLessThan(0.2 * busy);
    expect(openAt(paris, WORKING_DAYS, 3)).toBeGreaterThan(0);
  });

  it('fills as much of the weekend as the scenario says', () => {
    const everyDay = run(
      fortnight({ regions: [{ zone: 'Europe/Paris', share: 1 }], weekendShare: 1 }),
    );
    const weekend = openAt(everyDay.truth, [18, 19, 25], 15);
    expect(weekend).toBeGreaterThan(0.6 * openAt(everyDay.truth, WORKING_DAYS, 15));
  });

  it('follows the zone of the region', () => {
    const tokyo = run(fortnight({ regions: [{ zone: 'Asia/Tokyo', share: 1 }] })).truth;
    expect(openAt(tokyo, WORKING_DAYS, 4)).toBeGreaterThan(5 * openAt(paris, WORKING_DAYS, 4));
    expect(openAt(tokyo, WORKING_DAYS, 15)).toBeLessThan(0.3 * openAt(paris, WORKING_DAYS, 15));
  });

  it('has sessions of log-normal length: the median is well below the mean', () => {
    const lengths = office.truth.sessions
      .flatMap(({ startedAt, endedAt }) => (endedAt === null ? [] : [endedAt - startedAt]))
      .sort((one, other) => one - other);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(median).toBeLessThan(0.8 * mean);
    expect(lengths[0]).toBeGreaterThan(0);
    expect(lengths[0]).toBeLessThan(MINUTE);
  });

  it('has people who work on two products or two machines at once', () => {
    const { sessions } = office.truth;
    const overlaps = (differs: (index: number, other: number) => boolean) =>
      sessions.some((one, index) =>
        sessions
          .slice(index + 1, index + 200)
          .some(
            (other, offset) =>
              other.user === one.user &&
              other.startedAt < (one.endedAt ?? Infinity) &&
              differs(index, index + 1 + offset),
          ),
      );
    expect(overlaps((one, other) => sessions[one]?.product !== sessions[other]?.product)).toBe(
      true,
    );
    expect(overlaps((one, other) => sessions[one]?.host !== sessions[other]?.host)).toBe(true);
  });
});

describe('grants', () => {
  it('are nested under one session id now and then', () => {
    const openUntil = new Map<string, number>();
    let nested = 0;
    for (const { product, editor, sessionId, startedAt, endedAt } of office.truth.sessions) {
      const key = `${product} ${editor} ${sessionId}`;
      if ((openUntil.get(key) ?? 0) > startedAt) nested += 1;
      openUntil.set(key, Math.max(openUntil.get(key) ?? 0, endedAt ?? Infinity));
    }
    expect(nested).toBeGreaterThan(50);
  });

  it('have session ids of their creation: never later than the grant, one client each', () => {
    const { sessions } = office.truth;
    const createdAt = (sessionId: string) => parseInt(sessionId.slice(4), 16);
    const late = sessions.filter(({ sessionId, startedAt }) => createdAt(sessionId) >= startedAt);
    expect(late).toEqual([]);
    const ids = new Set(sessions.map(({ sessionId }) => sessionId));
    const clients = sessions.map((session) => [
      session.sessionId,
      session.user,
      session.computerId,
    ]);
    expect(new Set(clients.map(String)).size).toBe(ids.size);
    expect(new Set([...ids].map(createdAt)).size).toBe(ids.size);
  });

  it('take more than one token at a time', () => {
    const tokens = office.truth.sessions.filter(({ model }) => model === 'Token');
    expect(tokens.every(({ quantity }) => quantity > 1)).toBe(true);
    expect(tokens.some(({ display }) => display === 0)).toBe(true);
  });

  it('let a holder of a floating licence take it again when the pool is full', () => {
    const [product] = officeScenario().products;
    const products = [{ ...product!, pool: 1 }];
    const { truth } = run(fortnight({ products, secondProcessShare: 0.9, users: 30 }));
    expect(truth.products[0]?.peakLicenses).toBe(1);
    expect(truth.products[0]?.sessionMs).toBeGreaterThan(1.2 * (truth.products[0]?.licenseMs ?? 0));
  });
});

describe('refusals', () => {
  it('are tried again 0 to 3 times, after 20 seconds to 4 minutes', () => {
    const [product] = officeScenario().products;
    const scenario = officeScenario({
      products: [{ ...product!, pool: 1 }],
      users: 8,
      restart: null,
    });
    const { truth } = run(scenario);
    const last = new Map<string, number>();
    const delays = truth.denials
      .filter(({ reason }) => reason === 'no more available license')
      .map(({ user, at }) => {
        const before = last.get(user) ?? -Infinity;
        last.set(user, at);
        return at - before;
      });
    const retries = delays.filter((delay) => delay <= 4 * MINUTE);
    expect(retries.length).toBeGreaterThan(50);
    expect(retries.length / delays.length).toBeLessThan(0.75);
    expect(retries.filter((delay) => delay >= 20_000).length).toBeGreaterThan(0.9 * retries.length);
  });

  it('are final when clients do not try again', () => {
    const [product] = officeScenario().products;
    const products = [{ ...product!, pool: 1 }];
    const retry = { most: 0, delaySeconds: { least: 20, most: 240 } };
    const notOwned = { codes: [], requestsPerDay: 5 };
    const { truth } = run(fortnight({ products, retry, notOwned, users: 40 }));
    expect(truth.products[0]?.denials).toBe(truth.denials.length);
    expect(truth.notOwned).toEqual([]);
  });

  it('of products that are not owned say so', () => {
    const { lines, truth } = office;
    const texts = lines.filter(({ text }) => text.includes('no license enrolled'));
    expect(texts).toHaveLength(truth.notOwned.reduce((sum, { denials }) => sum + denials, 0));
    expect(texts[0]?.text).toMatch(
      /^.{24}W LICENSESERV (?:FS2|CPD|EI2) not granted, no license enrolled \( from client \S+ \([^)]+\)\/[\d.]+\|[^|]+\|[^|]+\|.+ \)$/,
    );
  });
});

describe('the server', () => {
  const restarted = run(
    fortnight({
      restart: { everyDays: 2, downtimeSeconds: { least: 60, most: 180 } },
      batchJobsPerDay: 60,
      suspensionsPerDay: 20,
      messagesPerDay: 30,
      notOwned: { codes: ['FS2'], requestsPerDay: 60 },
    }),
  );

  it('is restarted about every ten days by night', () => {
    const stops = office.lines.filter(({ text }) => text.includes('License server stopped'));
    expect(stops).toHaveLength(2);
    for (const { text } of stops) expect(text.slice(11, 13)).toMatch(/^0[1-4]$/);
  });

  it('grants and ends nothing while it is down, and sessions survive', () => {
    const stops = restarted.lines.filter(({ text }) => text.includes('License server stopped'));
    expect(stops.length).toBeGreaterThan(5);
    let survivors = 0;
    for (const stop of stops) {
      const after = restarted.lines.slice(restarted.lines.indexOf(stop) + 1);
      const [first] = after;
      expect(first?.text).toContain('Initializing license server');
      expect((first?.at ?? 0) - stop.at).toBeGreaterThan(MINUTE - 1_001);
      expect((first?.at ?? 0) - stop.at).toBeLessThan(3 * MINUTE);
      expect(first?.file).not.toBe(stop.file);
      survivors += restarted.truth.sessions.filter(
        ({ startedAt, endedAt }) => startedAt < stop.at && (endedAt ?? Infinity) > stop.at,
      ).length;
    }
    expect(survivors).toBeGreaterThan(0);
    expect(restarted.truth.serverStops).toBe(stops.length);
  });

  it('writes nothing while its machine sleeps', () => {
    const asleep = restarted.lines.filter(({ text }) => text.includes('System has been suspended'));
    expect(asleep.length).toBeGreaterThan(5);
    for (const line of asleep) {
      const next = restarted.lines[restarted.lines.indexOf(line) + 1];
      expect(next?.text).toContain('System has been resumed');
      expect((next?.at ?? 0) - line.at).toBeGreaterThanOrEqual(5 * MINUTE - 1);
    }
    expect(office.lines.some(({ text }) => text.includes('suspended'))).toBe(false);
  });

  it('takes licences of crashed clients back by a time-out', () => {
    const { sessions } = office.truth;
    const timeouts = sessions.filter(({ closedBy }) => closedBy === 'timeout');
    expect(timeouts.length / sessions.length).toBeGreaterThan(0.02);
    expect(timeouts.length / sessions.length).toBeLessThan(0.04);
    for (const { startedAt, endedAt } of timeouts) {
      expect((endedAt ?? 0) - startedAt).toBeGreaterThanOrEqual(17 * MINUTE);
    }
  });

  it('is polled every five minutes round the clock', () => {
    const polls = office.lines.filter(({ text }) => text.includes('GetLicenseUsage'));
    expect(polls.length).toBeGreaterThan(21 * 288 - 10);
    const gaps = polls.slice(1).map(({ at }, index) => at - (polls[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(10.1 * MINUTE);
  });

  it('keeps quiet when polls, restarts and messages are off', () => {
    const quiet = { poll: null, restart: null, messagesPerDay: 0, sessionsPerPersonDay: 0 };
    const nobody = { batchJobsPerDay: 0, notOwned: { codes: [], requestsPerDay: 0 } };
    const { from } = officeScenario();
    const { lines } = run(officeScenario({ ...quiet, ...nobody, to: from + 7 * DAY }));
    expect(lines.map(({ text }) => text.slice(26, 37).trim())).toEqual([
      'INITSERVER',
      'INITSERVER',
      'INITSERVER',
      'STARTSERVER',
      'STARTSERVER',
    ]);
  });
});

describe('an office', () => {
  it('gives batch jobs any product when there are no tokens', () => {
    const products = officeScenario().products.filter(({ model }) => model === 'NamedUser');
    const { truth } = run(fortnight({ products, sessionsPerPersonDay: 0 }));
    expect(truth.sessions.length).toBeGreaterThan(0);
    expect(truth.sessions.every(({ display }) => display === 0)).toBe(true);
  });

  it('takes single tokens from a pool that is smaller than the usual job', () => {
    const token = { code: 'QAT', editor: 'Dassault Systemes', model: 'Token' } as const;
    const products = [{ ...token, pool: 3, popularity: 1 }];
    const { truth } = run(fortnight({ products, users: 5 }));
    expect(truth.products[0]?.peakLicenses).toBe(3);
    expect(truth.sessions.every(({ quantity }) => quantity === 1)).toBe(true);
  });

  it('has pools that grow with the people, and invented names that stay apart', () => {
    const small = officeScenario({ users: 1 });
    const large = officeScenario({ users: 1_500 });
    expect(small.products.every(({ pool }, index) => pool < large.products[index]!.pool)).toBe(
      true,
    );
    const { truth } = run(officeScenario({ users: 1_500, to: large.from + DAY }));
    const users = new Set(truth.sessions.map(({ user }) => user));
    const folded = new Set([...users].map((user) => user.toLowerCase()));
    expect(folded.size).toBe(users.size);
    expect(users.size).toBeGreaterThan(1_100);
    expect([...users].some((user) => /[^\x20-\x7e]/.test(user))).toBe(true);
  });
});
