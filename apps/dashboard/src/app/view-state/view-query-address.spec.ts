import {
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
  subarray,
} from 'fast-check';
import type { TimePoint } from './time-point';
import {
  comparisons,
  defaultViewQuery,
  denialCauses,
  denialOutcomes,
  groupings,
  hasFilters,
  oneClickFilters,
  retryChoices,
  sortColumns,
  weekMeasures,
  withoutFilters,
  type ViewQuery,
} from './view-query';
import { parseViewQuery, writeViewQuery } from './view-query-address';

function toParameters(query: ViewQuery): readonly [string, string][] {
  return Object.entries(writeViewQuery(query)).flatMap(([key, value]) =>
    [value].flat().map((item): [string, string] => [key, item]),
  );
}

const names = array(string({ minLength: 1, maxLength: 30, unit: 'binary' }), { maxLength: 5 }).map(
  (values) => [...new Set(values)],
);
const ends = oneof(
  constant(null),
  constant<TimePoint>({ kind: 'now' }),
  integer({ min: 1, max: 9999 }).map((amount): TimePoint => ({ kind: 'ago', amount, unit: 'd' })),
  integer({ min: 0, max: 4e12 }).map((at): TimePoint => ({ kind: 'at', at })),
);
const anyQuery = record<ViewQuery>({
  product: names,
  user: names,
  host: names,
  server: names,
  q: string({ maxLength: 50, unit: 'binary' }),
  group: constantFrom(...groupings),
  sort: record({ column: constantFrom(...sortColumns), isDescending: constantFrom(true, false) }),
  only: constantFrom([], ['longHold'], ['severalHosts', 'longHold'], [...oneClickFilters]),
  cause: subarray([...denialCauses]),
  outcome: subarray([...denialOutcomes]),
  retryMinutes: constantFrom(...retryChoices),
  from: ends,
  to: ends,
  at: oneof(constant(null), integer({ min: 0, max: 4e12 })),
  compare: constantFrom(null, ...comparisons),
  zone: constantFrom(null, 'Europe/Paris', 'Asia/Kolkata'),
  measure: constantFrom(...weekMeasures),
  page: integer({ min: 1, max: 9999 }),
  seats: oneof(constant(null), integer({ min: 0, max: 999_999 })),
});

describe('parseViewQuery', () => {
  it('reads every view that is written, and drops nothing of it', () => {
    assert(
      property(anyQuery, (query) => {
        expect(parseViewQuery(toParameters(query))).toEqual({ query, dropped: [] });
      }),
    );
  });

  it('survives the encoding of an address', () => {
    const query = { ...defaultViewQuery, user: ['a&b=c', 'd+e %', '=<script>', 'ü'] };
    const search = new URLSearchParams(toParameters(query) as [string, string][]);
    expect(parseViewQuery(new URLSearchParams(search.toString())).query).toEqual(query);
  });

  it('never fails, whatever an address says', () => {
    const parameters = array(
      record({
        key: oneof(string(), constantFrom('sort', 'from', 'only', 'product')),
        value: string(),
      }),
    );
    assert(
      property(parameters, (list) => {
        const parsed = parseViewQuery(list.map(({ key, value }) => [key, value] as const));
        expect(parseViewQuery(toParameters(parsed.query)).query).toEqual(parsed.query);
      }),
    );
  });

  it('drops what is unknown or wrong, and names it', () => {
    const { query, dropped } = parseViewQuery([
      ['product', 'CAT'],
      ['sort', '-price'],
      ['zone', 'Mars/Base'],
      ['from', 'yesterday'],
      ['at', 'now-1h'],
      ['group', 'age'],
      ['only', 'fun'],
      ['cause', 'weather'],
      ['outcome', 'happy'],
      ['retryMinutes', '7'],
      ['measure', 'mood'],
      ['page', '0'],
      ['seats', '-1'],
      ['user', ''],
      ['utm', '1'],
      ['q', 'x'.repeat(201)],
    ]);
    expect(query).toEqual({ ...defaultViewQuery, product: ['CAT'] });
    expect(dropped.map(({ key, why }) => `${key}: ${why}`)).toEqual([
      'sort: no such column',
      'zone: no such time zone',
      'from: not now, now-7d or 2026-11-24T09:00Z',
      'at: not 2026-11-24T09:00Z',
      'group: no such grouping',
      'only: no such filter',
      'cause: no such cause',
      'outcome: no such outcome',
      'retryMinutes: not 5, 15 or 60',
      'measure: no such measure',
      'page: no page',
      'seats: not a number from 0 to 999,999',
      'user: empty',
      'utm: unknown',
      'q: longer than 200 characters',
    ]);
  });

  it('keeps a repeated value once and bounds how many there are', () => {
    const many = Array.from({ length: 60 }, (_, index) => ['host', `h${index % 55}`] as const);
    const { query, dropped } = parseViewQuery(many);
    expect(query.host).toHaveLength(50);
    expect(dropped.every(({ why }) => why === 'more than 50 values')).toBe(true);
  });
});

describe('writeViewQuery', () => {
  it('writes only what differs from the default', () => {
    expect(writeViewQuery(defaultViewQuery)).toEqual({});
    const sort = { column: 'user', isDescending: true } as const;
    expect(writeViewQuery({ ...defaultViewQuery, group: 'product', sort })).toEqual({
      group: 'product',
      sort: '-user',
    });
  });
});

describe('withoutFilters', () => {
  it('drops what narrows and keeps how it is shown', () => {
    const sort = { column: 'host', isDescending: false } as const;
    const query: ViewQuery = {
      ...defaultViewQuery,
      group: 'user',
      sort,
      q: 'x',
      only: ['longHold'],
    };
    expect(hasFilters(query)).toBe(true);
    expect(withoutFilters(query)).toEqual({ ...defaultViewQuery, group: 'user', sort });
    expect(hasFilters(withoutFilters(query))).toBe(false);
  });

  it('sees every filter', () => {
    expect(hasFilters({ ...defaultViewQuery, server: ['lic1'] })).toBe(true);
    expect(hasFilters({ ...defaultViewQuery, from: { kind: 'now' } })).toBe(true);
    expect(hasFilters({ ...defaultViewQuery, cause: ['policy'] })).toBe(true);
    expect(hasFilters({ ...defaultViewQuery, outcome: ['lost'] })).toBe(true);
    expect(hasFilters(defaultViewQuery)).toBe(false);
  });
});
