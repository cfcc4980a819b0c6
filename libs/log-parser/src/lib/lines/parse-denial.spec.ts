import { classifyReason, parseDenial } from './parse-denial.js';
import type { DenialEvent, DenialFault, LineHeader } from './parsed-line.js';

const header: LineHeader = { wallAt: 42, level: 'W', category: 'LICENSESERV' };
const client = 'WS-0043 (41A0000000000002-0a00002b.1)';
const who = `${client}/10.0.0.43|bob|BOB@CORP|C:\\DS\\CNEXT.exe`;
const message = `XM2-FTA not granted, no more available license ( from client ${who} )`;
const event: DenialEvent = {
  ...header,
  type: 'denial',
  product: 'XM2-FTA',
  reasonText: 'no more available license',
  reason: 'exhausted',
  client: {
    host: 'WS-0043',
    computerId: '41A0000000000002-0a00002b.1',
    hardwareId: '41A0000000000002',
    ipv4: '10.0.0.43',
    display: '1',
  },
  ip: '10.0.0.43',
  user: 'bob',
  internalId: 'BOB@CORP',
  executable: 'C:\\DS\\CNEXT.exe',
  processId: null,
  unknownFields: [],
  faults: [],
};
const nobody = {
  client: null,
  ip: null,
  user: null,
  internalId: null,
  executable: null,
  processId: null,
};

const read = (text: string) => parseDenial(header, text);
const readWho = (text: string) =>
  read(`XM2-FTA not granted, no more available license ( from client ${text}`);

describe('parseDenial', () => {
  it('reads every part of a refusal', () => {
    expect(read(message)).toEqual(event);
  });

  it('takes the header as it is', () => {
    const other = { wallAt: 7, level: 'I', category: 'OTHER' };
    expect(parseDenial(other, message)).toEqual({ ...event, ...other });
  });

  it.each([
    '',
    'XM2-FTA',
    'XM2-FTA not granted',
    'XM2-FTA not granted,',
    'XM2-FTA not granted,no more available license',
    'XM2-FTA was not granted, no more available license',
    ' not granted, no more available license',
    ' XM2-FTA not granted, no more available license',
    'XM2-FTA Not granted, no more available license',
  ])('takes "%s" for no refusal', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('reads a refusal that says nothing of the client', () => {
    expect(read('X not granted, no license enrolled')).toEqual({
      ...event,
      ...nobody,
      product: 'X',
      reasonText: 'no license enrolled',
      reason: 'notOwned',
      faults: ['clientMissing', 'userMissing'],
    });
  });

  it('reads a refusal without a reason', () => {
    expect(read(message.replace('no more available license', ''))).toEqual({
      ...event,
      reasonText: '',
      reason: 'other',
      faults: ['reasonUnknown'],
    });
  });

  it('keeps a reason that is not known, without the blanks around it', () => {
    expect(read(message.replace('no more available license', '  not granted, the moon  '))).toEqual(
      {
        ...event,
        reasonText: 'not granted, the moon',
        reason: 'other',
        faults: ['reasonUnknown'],
      },
    );
  });

  it('looks for the client only behind the reason', () => {
    expect(readWho('')).toEqual({ ...event, ...nobody, faults: ['clientMissing', 'userMissing'] });
    expect(read('A( from client B not granted, denied')).toBeUndefined();
    expect(read('X not granted, not from ( client Y|eve')).toMatchObject({
      reasonText: 'not from ( client Y|eve',
      client: null,
    });
  });

  it.each<[string, Partial<DenialEvent>]>([
    [`${who} )`, {}],
    [`${who})`, {}],
    [`${who}  )  `, {}],
    [who, {}],
    [`${who} ( 11168) )`, { processId: 11168 }],
    [`${client}/fe80::1|bob|BOB@CORP|C:\\DS\\CNEXT.exe )`, { ip: 'fe80::1' }],
    [`${client}/|bob|BOB@CORP|C:\\DS\\CNEXT.exe )`, { ip: null }],
    [`${client}|bob|BOB@CORP|C:\\DS\\CNEXT.exe )`, { ip: null }],
    [`${client}/10.0.0.43|bob|BOB@CORP )`, { executable: null }],
    [`${client}/10.0.0.43|bob )`, { internalId: null, executable: null }],
    [`${client}/10.0.0.43|bob||/opt/ds/CNEXT )`, { internalId: null, executable: '/opt/ds/CNEXT' }],
    [`${client}/10.0.0.43|bob|BOB@CORP|LIC1|C:\\DS\\CNEXT.exe )`, { unknownFields: ['LIC1'] }],
    [`${client}/10.0.0.43|bob|BOB@CORP|C:\\DS\\CNEXT.exe|LIC1 )`, { unknownFields: ['LIC1'] }],
    [`${client}/10.0.0.43|bob|BOB@CORP||C:\\DS\\CNEXT.exe| )`, {}],
    [`${who}|C:\\two.exe )`, { unknownFields: ['C:\\two.exe'] }],
    [`${client}/10.0.0.43|bob|BOB@CORP|LIC1 )`, { executable: null, unknownFields: ['LIC1'] }],
    [`${client}/10.0.0.43|bob|C:\\DS\\CNEXT.exe )`, { internalId: null }],
    [`${client}/10.0.0.43|bob|C:\\DS\\CNEXT.exe|BOB@CORP )`, {}],
    [`${client}/10.0.0.43|bob|CORP\\BOB )`, { internalId: 'CORP\\BOB', executable: null }],
    [
      `${client}/10.0.0.43|bob|CORP/BOB|LIC1|bin/CNEXT )`,
      { internalId: 'CORP/BOB', unknownFields: ['LIC1'], executable: 'bin/CNEXT' },
    ],
    [
      `${client}/10.0.0.43|bob|CORP\\BOB|a\\b|d:/CNEXT )`,
      { internalId: 'CORP\\BOB', unknownFields: ['a\\b'], executable: 'd:/CNEXT' },
    ],
    [`${client}/10.0.0.43|bob|BOB@CORP|a|/CNEXT )`, { unknownFields: ['a'], executable: '/CNEXT' }],
    [
      `${client}/10.0.0.43|bob|BOB@CORP|a/|\\\\srv\\CNEXT )`,
      { unknownFields: ['a/'], executable: '\\\\srv\\CNEXT' },
    ],
    [
      `${client}/10.0.0.43|bob|x C:\\DS|1:/DS|CC:\\DS )`,
      { internalId: 'x C:\\DS', unknownFields: ['CC:\\DS'], executable: '1:/DS' },
    ],
    [
      `${client}/10.0.0.43|bob|C:DS|LIC1 )`,
      { internalId: 'C:DS', unknownFields: ['LIC1'], executable: null },
    ],
  ])('reads who asked: "%s"', (text, values) => {
    expect(readWho(text)).toEqual({ ...event, ...values });
  });

  it.each<[string, DenialFault[], Partial<DenialEvent>]>([
    [`/10.0.0.43|bob|BOB@CORP`, [], { client: hostAlone('/10.0.0.43'), ip: null }],
    [`|bob|BOB@CORP`, ['clientMissing'], { client: null, ip: null }],
    [`${client}/10.0.0.43||BOB@CORP`, ['userMissing'], { user: null }],
    [`${client}/10.0.0.43|bob|BOB@CORP|a|b`, ['unknownFields'], { unknownFields: ['a', 'b'] }],
    [
      `||BOB@CORP|a|b|c`,
      ['clientMissing', 'userMissing', 'unknownFields'],
      { client: null, ip: null, user: null, unknownFields: ['a', 'b', 'c'] },
    ],
  ])('marks what "%s" does not tell: %j', (text, faults, values) => {
    expect(readWho(`${text} )`)).toEqual({ ...event, executable: null, ...values, faults });
  });

  it('takes the parenthesis of a client alone for its own', () => {
    const alone = { ...event, ...nobody, faults: ['userMissing'] };
    expect(readWho(client)).toEqual({ ...alone, client: event.client });
    expect(readWho(`${client} )`)).toEqual({ ...alone, client: event.client });
    expect(readWho('WS-0043 )')).toEqual({ ...alone, client: hostAlone('WS-0043') });
    expect(readWho('WS-0043)')).toEqual({ ...alone, client: hostAlone('WS-0043') });
    expect(readWho('WS-0043(1))')).toEqual({ ...alone, client: hostAlone('WS-0043(1)') });
  });

  it('parts client and address at the last parenthesis with a slash', () => {
    expect(readWho('WS (a)/b (263.0)/10.0.0.43|bob )')).toMatchObject({
      client: { host: 'WS (a)/b', computerId: '263.0' },
      ip: '10.0.0.43',
    });
    expect(readWho(')/10.0.0.43|bob )')).toMatchObject({
      client: hostAlone(')'),
      ip: '10.0.0.43',
    });
  });
});

function hostAlone(host: string) {
  return { host, computerId: null, hardwareId: null, ipv4: null, display: null };
}

describe('classifyReason', () => {
  it.each([
    ['exhausted', 'no more available'],
    ['notOwned', 'no license enrolled'],
    ['notOwned', 'not enrolled'],
    ['policy', 'authoriz'],
    ['policy', 'denied'],
    ['policy', 'not allowed'],
    ['policy', 'reserv'],
    ['policy', 'limit'],
    ['expired', 'expir'],
    ['expired', 'date'],
    ['version', 'release'],
    ['version', 'version'],
    ['version', 'level'],
  ])('knows %s by "%s" anywhere and in any case', (reason, words) => {
    for (const text of [words, `The ${words}ed one`, words.toUpperCase()]) {
      expect(classifyReason(text)).toBe(reason);
    }
  });

  it.each(['', 'no more', 'available', 'enrolled', 'no license', 'allowed', 'exp', 'the moon'])(
    'does not know "%s"',
    (text) => {
      expect(classifyReason(text)).toBe('other');
    },
  );

  it('takes the first reason that fits', () => {
    const words = ['no more available', 'not enrolled', 'denied', 'expired', 'version'];
    const reasons = ['exhausted', 'notOwned', 'policy', 'expired', 'version'];
    for (const [from, reason] of reasons.entries()) {
      expect(classifyReason(words.slice(from).reverse().join(' '))).toBe(reason);
    }
  });
});
