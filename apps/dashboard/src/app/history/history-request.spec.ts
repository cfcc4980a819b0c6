import { aClosedSession, HOUR, NOW } from '../../testing/samples';
import { defaultViewQuery } from '../view-state/view-query';
import { isSameFilter, matchesFilter, toHistoryFilter, toHistoryRequest } from './history-request';

const filter = toHistoryFilter({
  ...defaultViewQuery,
  user: ['ann'],
  from: { kind: 'ago', amount: 1, unit: 'h' },
  to: { kind: 'now' },
  q: 'typed',
});

describe('toHistoryRequest', () => {
  it('resolves relative times, and takes now for no end', () => {
    expect(toHistoryRequest(filter, 'c1', NOW)).toMatchObject({
      user: ['ann'],
      from: Math.floor(NOW / 60_000) * 60_000 - HOUR,
      to: null,
      cursor: 'c1',
      limit: 100,
    });
  });
});

describe('isSameFilter', () => {
  it('does not care for what is narrowed in the browser', () => {
    const other = toHistoryFilter({ ...defaultViewQuery, ...filter, q: 'other', group: 'user' });
    expect(isSameFilter(filter, other)).toBe(true);
    expect(isSameFilter(filter, { ...filter, to: null })).toBe(false);
  });
});

describe('matchesFilter', () => {
  it('wants the end in the half-open range and the right subjects', () => {
    expect(matchesFilter(aClosedSession(), filter, NOW)).toBe(true);
    expect(matchesFilter(aClosedSession({ user: 'bob' }), filter, NOW)).toBe(false);
    expect(matchesFilter(aClosedSession({ endedAt: NOW - 2 * HOUR }), filter, NOW)).toBe(false);
    const until = { ...filter, to: { kind: 'at', at: NOW } } as const;
    expect(matchesFilter(aClosedSession({ endedAt: NOW }), until, NOW)).toBe(false);
  });
});
