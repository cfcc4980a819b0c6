import * as fc from 'fast-check';
import type { LogLine } from './log-journal';
import { officeScenario } from './office-scenario';
import type { Scenario } from './scenario';
import { SimulatedLicenseServer } from './simulated-license-server';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STAMPED = /^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}:\d{3} [IWE] [A-Z ]{11} \S/;

function linesOf(scenario: Scenario, most = Infinity): LogLine[] {
  const server = new SimulatedLicenseServer(scenario);
  const lines: LogLine[] = [];
  for (let line = server.next(); line !== undefined; line = server.next()) {
    lines.push(line);
    if (lines.length >= most) break;
  }
  return lines;
}

function isLicenseLine({ text }: LogLine): boolean {
  return /^.{24}I USGTRACING |^.{24}W LICENSESERV /.test(text);
}

const officeServer = new SimulatedLicenseServer(officeScenario());
const office: LogLine[] = [];
for (let line = officeServer.next(); line !== undefined; line = officeServer.next()) {
  office.push(line);
}

describe('the bytes', () => {
  it('are the same for the same scenario', () => {
    const differing = linesOf(officeScenario()).filter(({ at, file, text }, index) => {
      const line = office[index];
      return line?.at !== at || line.file !== file || line.text !== text;
    });
    expect(differing).toEqual([]);
  });

  it('are the same whether or not sessions are kept', () => {
    const server = new SimulatedLicenseServer(officeScenario(), { keepSessions: false });
    expect(office.slice(0, 5_000)).toEqual(Array.from({ length: 5_000 }, () => server.next()));
  });

  it('differ for another seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 }), (seed) => {
        expect(linesOf(officeScenario({ seed }), 500)).not.toEqual(office.slice(0, 500));
      }),
      { numRuns: 10 },
    );
  });

  it('never end when the scenario has no end', () => {
    const lines = linesOf(officeScenario({ to: officeScenario().from + 2 * DAY }));
    const endless = linesOf(officeScenario({ to: null }), lines.length + 1_000);
    expect(endless.slice(0, lines.length)).toEqual(lines);
    expect(endless).toHaveLength(lines.length + 1_000);
  });

  it('stay at an end once it is reached', () => {
    const server = new SimulatedLicenseServer(officeScenario({ to: officeScenario().from + HOUR }));
    while (server.next() !== undefined);
    expect(server.next()).toBeUndefined();
    expect(server.truth().until).toBe(officeScenario().from + HOUR);
  });
});

describe('the lines', () => {
  it('come in non-decreasing time within the scenario', () => {
    const { from, to } = officeScenario();
    const instants = office.map(({ at }) => at);
    expect(instants.filter((at, index) => at < (instants[index - 1] ?? from))).toEqual([]);
    expect(instants.at(-1)).toBeLessThan(to ?? 0);
  });

  it('have a header with a padded category, or continue a line of the same instant', () => {
    const odd = office.filter(({ text }) => !STAMPED.test(text));
    expect(odd.length).toBeGreaterThan(0);
    for (const line of odd) {
      expect(line.text).toMatch(/^java\.net\.UnknownHostException: |^\tat /);
      expect(office[office.indexOf(line) - 1]).toMatchObject({ at: line.at, file: line.file });
    }
  });

  it('are stamped with the wall clock of the server', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const wrong = office.filter(({ at, text }, index) => {
      if (index % 5 > 0 || !STAMPED.test(text)) return false;
      const wall = format.format(at).replaceAll('-', '/');
      return !text.startsWith(`${wall}:${String(at % 1000).padStart(3, '0')} `);
    });
    expect(wrong).toEqual([]);
  });

  it.each(['A', 'B'] as const)('about licences are never identical: variant %s', (variant) => {
    const overrides = { variant, users: 600, seed: 3, secondProcessShare: 0.6, nestedShare: 0.9 };
    const from = Date.UTC(2025, 9, 24);
    const lines = linesOf(officeScenario({ ...overrides, from, to: from + 4 * DAY }));
    const texts = lines.filter(isLicenseLine).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(5_000);
  });

  it('share a millisecond now and then', () => {
    const licensing = office.filter(isLicenseLine);
    const together = licensing.filter(({ at }, index) => licensing[index - 1]?.at === at);
    expect(together.length).toBeGreaterThan(3);
  });

  it.each(['A', 'B'] as const)('have the fields of variant %s', (variant) => {
    const shift = variant === 'B' ? 1 : 0;
    const lines = linesOf(officeScenario({ variant }), 12_000);
    const usages = lines.filter(({ text }) => text.includes(' USGTRACING '));
    const rows = usages.map(({ text }) => text.slice(38).split('!'));
    expect(new Set(rows.map(([action]) => action))).toEqual(
      new Set(['Grant', 'Detachment', 'TimeOut']),
    );
    expect(rows.filter((fields) => fields[1] !== '')).toEqual([]);
    expect(rows.filter((fields) => !/^[0-9A-F]{16}$/.test(fields[3 + shift]!))).toEqual([]);
    const widths = rows.map(({ length }) => length - shift);
    expect(new Set(widths)).toEqual(new Set([11, 12, 15]));
    const full = widths.filter((width) => width === 15).length / usages.length;
    if (variant === 'A') expect(full).toBeGreaterThan(0.85);
    else expect(full).toBeLessThan(0.35);
  });

  it('name a computer whose id and address agree', () => {
    const wrong = office.filter(isLicenseLine).filter(({ text }) => {
      const [, hex = '', ip] = /\([0-9A-F]{16}-([0-9a-f]{8})\.\d\)[!/]([\d.]+)/.exec(text) ?? [];
      const octets = hex.match(/../g)?.map((octet) => parseInt(octet, 16));
      return octets?.join('.') !== ip;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the files', () => {
  it('begin with a start or on a Monday, and their names sort in order of writing', () => {
    const seen = new Map<string, LogLine>();
    for (const line of office) if (!seen.has(line.file)) seen.set(line.file, line);
    for (const { at, text } of seen.values()) {
      const isMonday = new Date(at + 2 * HOUR).getUTCDay() === 1;
      expect(isMonday || text.includes('Initializing license server')).toBe(true);
    }
    const { files, serverStarts } = officeServer.truth();
    expect(files).toEqual([...seen.keys()]);
    expect(files).toEqual([...files].sort());
    expect(files.length).toBe(serverStarts + 2);
    for (const file of files) expect(file).toMatch(/^LicenseServer\d{14}\.log$/);
  });

  it('have strictly increasing names in any zone', () => {
    const zones = ['Europe/Paris', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...zones), (seed, zone) => {
        const from = Date.UTC(2025, 2, 1);
        const quiet = { users: 1, sessionsPerPersonDay: 0, poll: { everyMinutes: 30 } };
        const restart = { everyDays: 1, downtimeSeconds: { least: 5, most: 60 } };
        const scenario = officeScenario({
          ...quiet,
          restart,
          seed,
          zone,
          from,
          to: from + 30 * DAY,
        });
        const files = new Set(linesOf(scenario).map(({ file }) => file));
        expect([...files]).toEqual([...files].sort());
        expect(files.size).toBeGreaterThan(30);
      }),
      { numRuns: 8 },
    );
  });

  it('change only at restarts when weekly rotation is off', () => {
    const server = new SimulatedLicenseServer(officeScenario({ users: 5, rotatesWeekly: false }));
    while (server.next() !== undefined);
    const { files, serverStarts } = server.truth();
    expect(files).toHaveLength(serverStarts);
  });
});

describe('the hour that is read twice', () => {
  /** 2025-10-26 03:00 in Paris goes back to 02:00. */
  const change = Date.UTC(2025, 9, 26, 1);

  it('has early and late lines in both passes', () => {
    for (const first of [change - HOUR, change]) {
      const minutes = office
        .filter(({ at, text }) => at >= first && at < first + HOUR && STAMPED.test(text))
        .map(({ text }) => text.slice(11, 16));
      expect(minutes.every((minute) => minute.startsWith('02:'))).toBe(true);
      expect(minutes.some((minute) => minute < '02:10')).toBe(true);
      expect(minutes.some((minute) => minute >= '02:50')).toBe(true);
    }
  });

  it('has licences granted and ended in both passes when jobs run by night', () => {
    const from = change - 24 * HOUR;
    const lines = linesOf(officeScenario({ from, to: change + DAY, batchJobsPerDay: 240 }));
    for (const first of [change - HOUR, change]) {
      const pass = lines.filter(({ at }) => at >= first && at < first + HOUR);
      expect(pass.some(({ text }) => /^.{12}2:.*Grant!!/.test(text))).toBe(true);
      expect(pass.some(({ text }) => /^.{12}2:.*Detachment!!/.test(text))).toBe(true);
    }
  });

  it('does not exist on the night the clock is put forward', () => {
    const from = Date.UTC(2025, 2, 29, 23);
    const lines = linesOf(officeScenario({ from, to: from + DAY }));
    expect(lines.some(({ text }) => text.startsWith('2025/03/30 02:'))).toBe(false);
    expect(lines.some(({ text }) => text.startsWith('2025/03/30 03:'))).toBe(true);
  });
});

describe('an endless run', () => {
  it('remembers open sessions only, when closed ones are not kept', () => {
    const server = new SimulatedLicenseServer(officeScenario({ to: null }), {
      keepSessions: false,
    });
    for (let written = 0; written < 40_000; written += 1) {
      server.next();
      if (written % 10_000 !== 0) continue;
      const { sessions, denials, products } = server.truth();
      const open = products.reduce((sum, product) => sum + product.openSessions, 0);
      expect(sessions).toHaveLength(open);
      expect(sessions.every(({ endedAt }) => endedAt === null)).toBe(true);
      expect(open).toBeLessThan(300);
      expect(denials).toEqual([]);
    }
    const started = server.truth().sessions.map(({ startedAt }) => startedAt);
    expect(started).toEqual([...started].sort((one, other) => one - other));
  });
});

describe('an impossible scenario', () => {
  it('is refused with all its faults', () => {
    const [product] = officeScenario().products;
    const products = [
      { ...product!, code: 'A B', pool: 0 },
      { ...product!, code: 'X', quantities: [99] },
      { ...product!, code: 'X', popularity: 0, editor: '' },
      { ...product!, code: 'X' },
    ];
    const restart = { everyDays: 0, downtimeSeconds: { least: 0, most: 1 } };
    const scenario = officeScenario({
      users: 0,
      to: 0,
      products,
      restart,
      poll: { everyMinutes: 0 },
    });
    expect(() => new SimulatedLicenseServer(scenario)).toThrow(
      'The scenario is not possible: to must be null or later than from; users must be 1 or more; ' +
        'poll.everyMinutes must be above 0; restart.everyDays must be 1 or more; ' +
        'restart.downtimeSeconds must be 5 or more; ' +
        'A B: the code must have neither blanks nor "!"; A B: the pool must be 1 or more; ' +
        'X: a quantity must be 1 to pool; X: the editor must not be empty or have "!"; ' +
        'X: the popularity must be above 0; X of Dassault Systemes V5 is given twice.',
    );
  });

  it('is refused when the zone is unknown', () => {
    expect(() => new SimulatedLicenseServer(officeScenario({ zone: 'Nowhere/Land' }))).toThrow(
      RangeError,
    );
  });
});
