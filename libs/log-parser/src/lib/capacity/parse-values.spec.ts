import { parseMachine } from './parse-machine.js';
import { parseModel, parseSeats, parseWholeNumber } from './parse-values.js';

describe('parseModel', () => {
  it.each(['ConcurrentUser', 'NamedUser', 'Token', 'Credit'])('knows %s', (model) => {
    expect(parseModel(model)).toBe(model);
  });

  it.each(['token', 'unknown', 'Tokens', '', null])('does not know %s', (text) => {
    expect(parseModel(text)).toBe('unknown');
  });
});

describe('parseWholeNumber', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['999999999', 999_999_999],
  ])('reads %s', (text, value) => {
    expect(parseWholeNumber(text)).toBe(value);
  });

  it.each(['', ' 1', '1 ', '-1', '1.5', '1000000000', 'x1', '1x', 'unlimited', null])(
    'does not read %j',
    (text) => {
      expect(parseWholeNumber(text)).toBeNull();
    },
  );
});

describe('parseSeats', () => {
  it('reads a number or the word for no limit', () => {
    expect(parseSeats('12')).toBe(12);
    expect(parseSeats('unlimited')).toBe('unlimited');
    expect(parseSeats('Unlimited')).toBeNull();
    expect(parseSeats(null)).toBeNull();
  });
});

describe('parseMachine', () => {
  const client = {
    host: 'WS-0042',
    computerId: '41A0000000000001-0a00002a.1',
    hardwareId: '41A0000000000001',
    ipv4: '10.0.0.42',
    display: '1',
  };
  const bare = { computerId: null, hardwareId: null, ipv4: null, display: null };

  it.each([
    ['WS-0042 (41A0000000000001-0a00002a.1)/10.0.0.42', { client, ip: '10.0.0.42' }],
    [' WS-0042 (41A0000000000001-0a00002a.1)/ fe80::1 ', { client, ip: 'fe80::1' }],
    ['WS-0042 (41A0000000000001-0a00002a.1)/', { client, ip: null }],
    ['WS-0042 (41A0000000000001-0a00002a.1)', { client, ip: null }],
    ['WS-0042', { client: { host: 'WS-0042', ...bare }, ip: null }],
    ['a)/b (1)/::1', { client: { ...bare, host: 'a)/b', computerId: '1' }, ip: '::1' }],
    [')/10.0.0.42', { client: { ...bare, host: ')' }, ip: '10.0.0.42' }],
    [' ', { client: null, ip: null }],
    ['', { client: null, ip: null }],
  ])('takes %j apart', (text, machine) => {
    expect(parseMachine(text)).toEqual(machine);
  });
});
