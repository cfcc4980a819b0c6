import { countSessions } from './counts';
import { countInUse, formatBytesOf, formatDecimal, formatShare, nameModel } from './quantity';

describe('counts', () => {
  it('agree with their nouns and keep thousands apart', () => {
    expect([0, 1, 5000].map(countSessions)).toEqual(['0 sessions', '1 session', '5,000 sessions']);
  });

  it('need not be whole, with three figures at most', () => {
    expect([0.0999, 3.706, 12.34, 2004.4].map(formatDecimal)).toEqual([
      '0.1',
      '3.71',
      '12.3',
      '2,004',
    ]);
  });

  it('carry the unit of the model, and what is owned where that is known', () => {
    expect(countInUse(17, 'concurrentUser')).toBe('17 licences');
    expect(countInUse(17, 'concurrentUser', 20)).toBe('17 of 20 licences');
    expect(countInUse(1, 'token')).toBe('1 token');
    expect(countInUse(2, 'namedUser')).toBe('2 named-user licences');
  });

  it('name every model but the usual one', () => {
    expect(nameModel('concurrentUser')).toBeNull();
    expect(nameModel('namedUser')).toBe('named user');
  });
});

describe('shares and bytes', () => {
  it('writes whole percents, and one decimal below one', () => {
    expect(formatShare(0.354)).toBe('35 %');
    expect(formatShare(0.0042)).toBe('0.4 %');
    expect(formatShare(0)).toBe('0 %');
  });

  it('writes part and whole in one unit', () => {
    expect(formatBytesOf(1.2e9, 3.4e9)).toBe('1.2 of 3.4 GB');
    expect(formatBytesOf(5, 900)).toBe('5 of 900 B');
    expect(formatBytesOf(0, 0)).toBe('0 of 0 B');
  });
});
