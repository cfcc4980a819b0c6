import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { LicenseUsage } from './license-usage.js';
import { parseAdminOutput } from './parse-admin-output.js';
import { parseLicenseInfo } from './parse-license-info.js';
import { parseLicenseUsageCsv } from './parse-license-usage-csv.js';
import { parseLicenseUsageText } from './parse-license-usage-text.js';
import { parseServerConfig } from './parse-server-config.js';

const root = join(__dirname, '../../../testcases/capacity');
const input = (name: string) => readFileSync(join(root, name, 'input.txt'), 'utf8');
const inputs = readdirSync(root).map(input);

const readers = {
  parseAdminOutput,
  parseLicenseInfo,
  parseLicenseUsageCsv,
  parseLicenseUsageText,
  parseServerConfig,
};
const readAll = (text: string) => Object.values(readers).map((read) => read(text));

describe('every reader', () => {
  it('never throws, whatever the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary-ascii', maxLength: 300 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(readAll(text).map(({ type }) => type)).toEqual(
          Object.values(readers).map(() => 'error'),
        );
      }),
    );
  });

  it('never throws on an output with anything in any place', () => {
    const place = fc.record({
      text: fc.constantFrom(...inputs),
      at: fc.nat(5000),
      put: fc.string({ maxLength: 6 }),
      drop: fc.nat(6),
    });
    fc.assert(
      fc.property(place, ({ text, at, put, drop }) => {
        const from = at % (text.length + 1);
        expect(readAll(text.slice(0, from) + put + text.slice(from + drop))).toHaveLength(5);
      }),
    );
  });

  it('gives the same for CRLF as for LF', () => {
    for (const text of inputs.map((one) => one.replaceAll('\r\n', '\n'))) {
      const unterminated = (one: string) => (one.endsWith('\n') ? one : `${one}\n`);
      expect(readAll(unterminated(text).replaceAll('\n', '\r\n'))).toEqual(
        readAll(unterminated(text)),
      );
    }
  });
});

/** Where a text is cut off: everywhere in its last part, for the first is the same in all. */
const lengthsOf = (text: string) =>
  Array.from(text, (_, length) => length).slice(-LAST_PART_LENGTH);
const LAST_PART_LENGTH = 2000;

/** What may be believed of an output that was cut off: nothing, or what it says with a fault. */
describe.each([
  ['usage-csv-pools-and-holders', parseLicenseUsageCsv],
  ['usage-csv-echoed-commands-in-crlf', parseLicenseUsageCsv],
  ['usage-text-english', parseLicenseUsageText],
  ['license-info-active-and-expired', parseLicenseInfo],
  ['config-standalone', parseServerConfig],
])('an output that is cut off anywhere: %s', (name, read) => {
  const text = input(name);
  const end = text.lastIndexOf('\nadmin >') + '\nadmin >'.length;

  it('never reads as a whole one', () => {
    const takenForWhole = lengthsOf(text.slice(0, end)).filter((length) => {
      const cut = read(text.slice(0, length));
      return cut.type !== 'error' && cut.faults.every(({ kind }) => kind !== 'endNotSeen');
    });
    expect(takenForWhole).toEqual([]);
    expect(read(text.slice(0, end))).toMatchObject({ faults: [] });
  });
});

describe('a session that is cut off anywhere', () => {
  it('never reads as a whole one, but where a prompt stands last', () => {
    const text = input('admin-standalone-session');
    const takenForWhole = lengthsOf(text).filter((length) => {
      const cut = parseAdminOutput(text.slice(0, length));
      return cut.type === 'session' && cut.faults.length === 0;
    });
    const ends = takenForWhole.map((length) => text.slice(0, length).trimEnd().slice(-7));
    expect(new Set(ends)).toEqual(new Set(['admin >']));
  });
});

describe('a usage that is cut off anywhere', () => {
  it.each([
    ['usage-csv-pools-and-holders', parseLicenseUsageCsv],
    ['usage-text-english', parseLicenseUsageText],
  ])('names no number that the whole does not name: %s', (name, read) => {
    const text = input(name);
    const countsOf = (usage: LicenseUsage) =>
      usage.pools.map(({ key, seats, inUse }) => `${key} ${inUse} of ${seats}`);
    const whole = countsOf(read(text) as LicenseUsage);
    const cuts = lengthsOf(text)
      .map((length) => read(text.slice(0, length)))
      .filter((cut) => cut.type === 'usage')
      .map((cut) => countsOf(cut).join('\n'));
    const beginnings = whole.map((_, at) => whole.slice(0, at + 1).join('\n'));
    expect(beginnings).toEqual(expect.arrayContaining([...new Set(cuts)]));
    expect(new Set(cuts).size).toBeGreaterThan(1);
  });
});

const header = input('usage-csv-pools-and-holders').split('\n')[7]?.replace('admin >', '') ?? '';
const poolOf = ({ product, seats, inUse }: Pool) =>
  `DS,5E756A80,${product},Token,STD,1,,ALC,0,,2000,${seats},${inUse}`;
interface Pool {
  readonly product: string;
  readonly seats: number;
  readonly inUse: number;
  readonly useCount: number;
}
const pool = fc.record({
  product: fc.stringMatching(/^[A-Z\d]{3}$/),
  seats: fc.nat(9999),
  inUse: fc.nat(9999),
  useCount: fc.nat(5),
});
const pools = fc.uniqueArray(pool, { selector: ({ product }) => product, minLength: 1 });
const rowsOf = (one: Pool) =>
  one.useCount === 0
    ? [poolOf(one)]
    : Array.from({ length: one.useCount }, (_, at) => `${poolOf(one)},7,,H (1.0)/::1,u${at}`);
const readRows = (rows: readonly string[]) =>
  parseLicenseUsageCsv([header, ...rows, 'admin >'].join('\n')) as LicenseUsage;

describe('parseLicenseUsageCsv', () => {
  it('never adds seats or seats in use up over the uses of a pool', () => {
    fc.assert(
      fc.property(pools, (list) => {
        const usage = readRows(list.flatMap(rowsOf));
        expect(usage.pools.map(({ product, seats, inUse }) => ({ product, seats, inUse }))).toEqual(
          list.map(({ product, seats, inUse }) => ({ product, seats, inUse })),
        );
        expect(usage.pools.map(({ uses }) => uses.length)).toEqual(
          list.map(({ useCount }) => useCount),
        );
        expect(usage.pools.flatMap(({ faults }) => faults)).toEqual([]);
      }),
    );
  });

  it('reads the same whatever the number of commas at the end of a row', () => {
    fc.assert(
      fc.property(pools, fc.array(fc.nat(30), { minLength: 1 }), (list, commas) => {
        const rows = list.flatMap(rowsOf);
        const ragged = rows.map((row, at) => row + ','.repeat(commas[at % commas.length] ?? 0));
        expect(readRows(ragged)).toEqual(readRows(rows));
      }),
    );
  });

  it('reads the same whether fields are quoted or not', () => {
    fc.assert(
      fc.property(pools, (list) => {
        const rows = list.flatMap(rowsOf);
        const quoted = rows.map((row) =>
          row
            .split(',')
            .map((field) => `"${field}"`)
            .join(','),
        );
        expect(readRows(quoted)).toEqual(readRows(rows));
      }),
    );
  });

  it('finds a path again, whatever the number of its commas', () => {
    const part = fc.stringMatching(/^[a-z \\]{1,8}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 17 }), (parts) => {
        const path = `C:\\${parts.join(',')}.exe`;
        const row = `${poolOf({ product: 'MD2', seats: 5, inUse: 1, useCount: 1 })},,,H,u,i,${path},6.424,0FE1,2025-05-19 08:01:13,2025-05-19 08:01:13,2025-05-19 08:01:13,`;
        expect(readRows([row]).pools[0]?.uses).toMatchObject([
          { executable: path, clientVersion: '6.424', sessionId: '0FE1', faults: [] },
        ]);
      }),
    );
  });
});
