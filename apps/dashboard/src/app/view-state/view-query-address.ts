import type { EpochMs } from '@license-monitor/api-contract';
import { parseTimePoint, writeTimePoint } from './time-point';
import {
  comparisons,
  defaultViewQuery,
  denialCauses,
  denialOutcomes,
  groupings,
  oneClickFilters,
  retryChoices,
  sortColumns,
  subjects,
  weekMeasures,
  type Subject,
  type ViewQuery,
} from './view-query';
import { isZone } from './zone';

/** A part of an address that was not understood and is ignored. */
export interface Dropped {
  readonly key: string;
  readonly value: string;
  readonly why: string;
}

const MAX_VALUES = 50;
const MAX_LENGTH = 200;

type Read = { readonly patch: Partial<ViewQuery> } | { readonly why: string };
type Reader = (value: string, query: ViewQuery) => Read;

function add<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items : [...items, item];
}

function readSubject(subject: Subject): Reader {
  return (value, query) => {
    if (value === '') return { why: $localize`:Why a part of the address is ignored|:empty` };
    const values = add(query[subject], value);
    return values.length > MAX_VALUES
      ? {
          why: $localize`:Why a part of the address is ignored|:more than ${MAX_VALUES}:count: values`,
        }
      : { patch: { [subject]: values } };
  };
}

function readTime(key: 'from' | 'to'): Reader {
  return (value) => {
    const point = parseTimePoint(value);
    return point === null
      ? {
          why: $localize`:Why a part of the address is ignored|:not now, now-7d or 2026-11-24T09:00Z`,
        }
      : { patch: { [key]: point } };
  };
}

function readInstant(value: string): Read {
  const point = parseTimePoint(value);
  return point?.kind === 'at'
    ? { patch: { at: point.at } }
    : { why: $localize`:Why a part of the address is ignored|:not 2026-11-24T09:00Z` };
}

function readDenials<Key extends 'cause' | 'outcome'>(key: Key, known: ViewQuery[Key]): Reader {
  const names: readonly string[] = known;
  return (value, query) =>
    names.includes(value)
      ? { patch: { [key]: add<string>(query[key], value) } }
      : {
          why:
            key === 'cause'
              ? $localize`:Why a part of the address is ignored|:no such cause`
              : $localize`:Why a part of the address is ignored|:no such outcome`,
        };
}

function readRetry(value: string): Read {
  const retryMinutes = retryChoices.find((minutes) => String(minutes) === value);
  return retryMinutes
    ? { patch: { retryMinutes } }
    : { why: $localize`:Why a part of the address is ignored|:not 5, 15 or 60` };
}

function readSort(value: string): Read {
  const isDescending = value.startsWith('-');
  const name = isDescending ? value.slice(1) : value;
  const column = sortColumns.find((known) => known === name);
  return column
    ? { patch: { sort: { column, isDescending } } }
    : { why: $localize`:Why a part of the address is ignored|:no such column` };
}

function readSeats(value: string): Read {
  const isSeats = /^\d{1,6}$/.test(value);
  return isSeats
    ? { patch: { seats: Number(value) } }
    : { why: $localize`:Why a part of the address is ignored|:not a number from 0 to 999,999` };
}

function readPage(value: string): Read {
  return /^[1-9]\d{0,3}$/.test(value)
    ? { patch: { page: Number(value) } }
    : { why: $localize`:Why a part of the address is ignored|:no page` };
}

const readers = new Map<string, Reader>([
  ...subjects.map((subject) => [subject, readSubject(subject)] as const),
  ['q', (value) => ({ patch: { q: value } })],
  [
    'group',
    (value) => {
      const group = groupings.find((known) => known === value);
      return group
        ? { patch: { group } }
        : { why: $localize`:Why a part of the address is ignored|:no such grouping` };
    },
  ],
  ['sort', readSort],
  [
    'only',
    (value, query) => {
      const only = oneClickFilters.find((known) => known === value);
      return only
        ? { patch: { only: add(query.only, only) } }
        : { why: $localize`:Why a part of the address is ignored|:no such filter` };
    },
  ],
  ['cause', readDenials('cause', denialCauses)],
  ['outcome', readDenials('outcome', denialOutcomes)],
  ['retryMinutes', readRetry],
  ['from', readTime('from')],
  ['to', readTime('to')],
  ['at', readInstant],
  [
    'measure',
    (value) => {
      const measure = weekMeasures.find((known) => known === value);
      return measure
        ? { patch: { measure } }
        : { why: $localize`:Why a part of the address is ignored|:no such measure` };
    },
  ],
  [
    'compare',
    (value) => {
      const compare = comparisons.find((known) => known === value);
      return compare
        ? { patch: { compare } }
        : { why: $localize`:Why a part of the address is ignored|:not previous or year` };
    },
  ],
  ['page', readPage],
  ['seats', readSeats],
  [
    'zone',
    (value) =>
      isZone(value)
        ? { patch: { zone: value } }
        : { why: $localize`:Why a part of the address is ignored|:no such time zone` },
  ],
]);

/** Reads the parameters of an address. What is unknown or wrong is dropped and named. */
export function parseViewQuery(parameters: Iterable<readonly [string, string]>): {
  readonly query: ViewQuery;
  readonly dropped: readonly Dropped[];
} {
  let query = defaultViewQuery;
  const dropped: Dropped[] = [];
  for (const [key, value] of parameters) {
    const read = readers.get(key);
    const result: Read =
      read === undefined
        ? { why: $localize`:Why a part of the address is ignored|:unknown` }
        : value.length > MAX_LENGTH
          ? {
              why: $localize`:Why a part of the address is ignored|:longer than ${MAX_LENGTH}:count: characters`,
            }
          : read(value, query);
    if ('why' in result) dropped.push({ key, value, why: result.why });
    else query = { ...query, ...result.patch };
  }
  return { query, dropped };
}

const writeInstant = (at: EpochMs | null): string | null =>
  at === null ? null : writeTimePoint({ kind: 'at', at });

const writeNumber = (value: number | null, usual: number | null): string | null =>
  value === usual ? null : String(value);

/** Writes the parameters of a view: only what differs from {@link defaultViewQuery}. */
export function writeViewQuery(query: ViewQuery): Record<string, string | readonly string[]> {
  const { sort, from, to, at } = query;
  const isDefaultSort = sort.column === 'startedAt' && sort.isDescending;
  const written: Record<string, string | readonly string[] | null> = {
    product: query.product,
    user: query.user,
    host: query.host,
    server: query.server,
    q: query.q,
    group: query.group === 'none' ? null : query.group,
    sort: isDefaultSort ? null : `${sort.isDescending ? '-' : ''}${sort.column}`,
    only: query.only,
    cause: query.cause,
    outcome: query.outcome,
    retryMinutes: writeNumber(query.retryMinutes, defaultViewQuery.retryMinutes),
    from: from && writeTimePoint(from),
    to: to && writeTimePoint(to),
    at: writeInstant(at),
    zone: query.zone,
    measure: query.measure === 'peak' ? null : query.measure,
    compare: query.compare,
    page: writeNumber(query.page, defaultViewQuery.page),
    seats: writeNumber(query.seats, defaultViewQuery.seats),
  };
  return Object.fromEntries(
    Object.entries(written).filter(
      (entry): entry is [string, string | readonly string[]] =>
        entry[1] !== null && entry[1].length > 0,
    ),
  );
}
