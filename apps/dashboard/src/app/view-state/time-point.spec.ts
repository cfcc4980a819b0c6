import { assert, constantFrom, constant, integer, oneof, property, record } from 'fast-check';
import { parseTimePoint, resolveTimePoint, writeTimePoint, type TimePoint } from './time-point';

const timePoint = oneof(
  constant<TimePoint>({ kind: 'now' }),
  record<TimePoint & { kind: 'ago' }>({
    kind: constant('ago'),
    amount: integer({ min: 1, max: 9999 }),
    unit: constantFrom('m', 'h', 'd', 'w'),
  }),
  record<TimePoint & { kind: 'at' }>({
    kind: constant('at'),
    at: integer({ min: 0, max: Date.UTC(9999, 11, 31) }),
  }),
);

describe('parseTimePoint', () => {
  it('reads what is written', () => {
    assert(
      property(timePoint, (point) => expect(parseTimePoint(writeTimePoint(point))).toEqual(point)),
    );
  });

  it('reads a zone other than UTC', () => {
    expect(parseTimePoint('2026-11-24T09:00+01:00')).toEqual({
      kind: 'at',
      at: Date.UTC(2026, 10, 24, 8),
    });
  });

  it.each([
    '',
    'now-',
    'now-0d',
    'now-7y',
    'NOW',
    'yesterday',
    '2026-11-24',
    '2026-11-24T09:00',
    '2026-13-01T00:00Z',
    '1969-01-01T00:00Z',
  ])('refuses %p', (text) => expect(parseTimePoint(text)).toBeNull());
});

describe('resolveTimePoint', () => {
  const now = Date.UTC(2026, 10, 24, 13, 2, 10);

  it('counts back from the minute', () => {
    expect(resolveTimePoint({ kind: 'now' }, now)).toBe(Date.UTC(2026, 10, 24, 13, 2));
    expect(resolveTimePoint({ kind: 'ago', amount: 7, unit: 'd' }, now)).toBe(
      Date.UTC(2026, 10, 17, 13, 2),
    );
  });

  it('keeps an instant', () => {
    expect(resolveTimePoint({ kind: 'at', at: 5 }, now)).toBe(5);
  });
});
