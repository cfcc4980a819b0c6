import { parseMachine } from './parse-machine.js';

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
