import { aSession, HOUR, NOW } from '../../testing/samples';
import { findSeveralHosts, isLongHold, toSessionBadges } from './session-badges';

const wordsOf = (...parameters: Parameters<typeof toSessionBadges>) =>
  toSessionBadges(...parameters).map(({ word }) => word);

describe('isLongHold', () => {
  it('begins after a day, and needs to know the start', () => {
    expect(isLongHold(aSession({ startedAt: NOW - 24 * HOUR }), NOW)).toBe(false);
    expect(isLongHold(aSession({ startedAt: NOW - 24 * HOUR - 1 }), NOW)).toBe(true);
    expect(isLongHold(aSession({ startedAt: null }), NOW)).toBe(false);
  });
});

describe('findSeveralHosts', () => {
  it('finds users who hold one product on two hosts', () => {
    const sessions = [
      aSession({ id: 1 }),
      aSession({ id: 2, host: 'ws-102' }),
      aSession({ id: 3, product: 'DL1', host: 'ws-103' }),
      aSession({ id: 4, user: 'bob', host: 'ws-104' }),
      aSession({ id: 5, user: 'bob', host: 'ws-104' }),
      aSession({ id: 6 }),
    ];
    expect([...findSeveralHosts(sessions)].sort()).toEqual([1, 2, 6]);
  });
});

describe('toSessionBadges', () => {
  it('says nothing about the usual session', () => {
    expect(wordsOf(aSession(), false, NOW)).toEqual([]);
  });

  it('says what needs attention', () => {
    const session = aSession({ startedAt: NOW - 30 * HOUR, uncertainSince: NOW });
    expect(wordsOf(session, true, NOW)).toEqual([
      '◈ several hosts',
      'long hold',
      'uncertain since server restart',
    ]);
  });

  it('says that a floating licence held for a day may have been taken offline', () => {
    const meaningOf = (model: 'concurrentUser' | 'namedUser') =>
      toSessionBadges(aSession({ model, startedAt: NOW - 30 * HOUR }), false, NOW)[0]?.meaning;
    expect(meaningOf('concurrentUser')).toContain('possibly taken offline');
    expect(meaningOf('namedUser')).toBe('Held for more than 24 hours');
  });

  it('says how it is licensed when that is not the usual way', () => {
    expect(wordsOf(aSession({ model: 'namedUser' }), false, NOW)).toEqual(['named user']);
    expect(wordsOf(aSession({ model: 'token', quantity: 12 }), false, NOW)).toEqual(['12 tokens']);
    expect(wordsOf(aSession({ quantity: 2 }), false, NOW)).toEqual(['2 licences']);
  });
});
