import { parseUsage, toUsageEvent } from './parse-usage.js';
import type { LineHeader, UsageEvent, UsageFault } from './parsed-line.js';

const header: LineHeader = { wallAt: 42, level: 'I', category: 'USGTRACING' };
const id = 'ALICE@CORP.S-1-5-21-1.0A00002A.1.ABC-41A0000000000001';
const message = `Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!alice!${id}!C:\\DS\\CNEXT.exe ( 11168)!6.424!0`;
const event: UsageEvent = {
  ...header,
  type: 'grant',
  product: 'MD2',
  customer: null,
  sessionId: '00000196E721C6C0',
  editor: 'Dassault Systemes V5',
  model: 'ConcurrentUser',
  quantity: 1,
  slotX: 'STD',
  client: {
    host: 'WS-0042',
    computerId: '41A0000000000001-0a00002a.1',
    hardwareId: '41A0000000000001',
    ipv4: '10.0.0.42',
    display: '1',
  },
  ip: '10.0.0.42',
  user: 'alice',
  internalId: id,
  executable: 'C:\\DS\\CNEXT.exe',
  processId: 11168,
  clientVersion: '6.424',
  flag: '0',
  unknownFields: [],
  faults: [],
};

const read = (text: string) => parseUsage(header, text);
const odd = (from: string, to: string) => read(message.replace(from, to));
const withFaults = (faults: UsageFault[], values: Partial<UsageEvent>): UsageEvent => ({
  ...event,
  ...values,
  faults,
});

describe('parseUsage', () => {
  it('reads every field of variant A', () => {
    expect(read(message)).toEqual(event);
  });

  it('reads the customer of variant B', () => {
    expect(odd('!MD2!', '!MD2!200000000000123!')).toEqual({
      ...event,
      customer: '200000000000123',
    });
  });

  it.each([
    ['Grant', 'grant'],
    ['Detachment', 'detachment'],
    ['TimeOut', 'timeout'],
  ])('knows the action %s', (action, type) => {
    expect(odd('Grant', action)).toEqual({ ...event, type });
  });

  it.each(['', 'grant', 'GRANT', 'Granted', ' Grant', 'Timeout', 'Return', 'constructor'])(
    'does not know the action "%s"',
    (action) => {
      expect(odd('Grant', action)).toBeUndefined();
    },
  );

  it('does not understand a message that names no product', () => {
    expect(odd('MD2', '')).toBeUndefined();
    expect(read('')).toBeUndefined();
    expect(read('Grant')).toBeUndefined();
    expect(read('GrantX')).toBeUndefined();
    expect(read('Grant!')).toBeUndefined();
    expect(read('Grant!!')).toBeUndefined();
  });

  it('takes the header as it is', () => {
    const other = { wallAt: 7, level: 'W', category: 'OTHER' };
    expect(parseUsage(other, message)).toEqual({ ...event, ...other });
  });

  it('takes action and product for an event, and says what is missing', () => {
    expect(read('TimeOut!!XM2-FTA')).toEqual({
      ...header,
      type: 'timeout',
      product: 'XM2-FTA',
      customer: null,
      sessionId: null,
      editor: null,
      model: 'unknown',
      quantity: null,
      slotX: null,
      client: null,
      ip: null,
      user: null,
      internalId: null,
      executable: null,
      processId: null,
      clientVersion: null,
      flag: null,
      unknownFields: [],
      faults: ['sessionMissing', 'countNotNumeric', 'modelUnknown', 'clientMissing', 'userMissing'],
    });
  });

  it.each<[string, string, UsageFault[], Partial<UsageEvent>]>([
    ['00000196E721C6C0', '', ['sessionMissing'], { sessionId: null }],
    ['00000196E721C6C0', '196E721C6C0', ['sessionNotHex'], { sessionId: '196E721C6C0' }],
    ['!1!', '!!', ['countNotNumeric'], { quantity: null }],
    ['ConcurrentUser', '', ['modelUnknown'], { model: 'unknown' }],
    ['WS-0042 (41A0000000000001-0a00002a.1)', '', ['clientMissing'], { client: null }],
    ['alice', '', ['userMissing'], { user: null }],
    ['Grant!!', 'Grant!x!', ['unknownFields'], { unknownFields: ['x'] }],
    ['!MD2!', '!MD2!a!b!', ['unknownFields'], { unknownFields: ['a', 'b'] }],
    [
      '!1!',
      '!one!',
      ['countNotNumeric', 'unknownFields'],
      { quantity: null, unknownFields: ['one'] },
    ],
    [
      'ConcurrentUser',
      'Floating',
      ['modelUnknown', 'unknownFields'],
      { model: 'unknown', unknownFields: ['Floating'] },
    ],
    [
      '00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!',
      '00000196E721C6C0!Token!25!',
      ['leftPartShort', 'unknownFields'],
      {
        editor: null,
        model: 'Token',
        quantity: 25,
        slotX: null,
        unknownFields: ['00000196E721C6C0', 'Token', '25'],
      },
    ],
    [
      '00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!',
      '',
      ['sessionMissing', 'countNotNumeric', 'modelUnknown', 'leftPartShort'],
      { sessionId: null, editor: null, model: 'unknown', quantity: null, slotX: null },
    ],
  ])('marks a line with "%s" replaced by "%s" and keeps it: %j', (from, to, faults, values) => {
    expect(odd(from, to)).toEqual(withFaults(faults, values));
  });

  it('shares one empty list among the lines without a fault', () => {
    expect(read(message)?.faults).toBe(odd('MD2', 'HD2')?.faults);
  });

  it.each([
    ['', { executable: null, processId: null, clientVersion: null, flag: null }],
    ['!', { executable: null, processId: null, clientVersion: null, flag: null }],
    ['!C:\\a.exe', { executable: 'C:\\a.exe', processId: null, clientVersion: null, flag: null }],
    ['!!6.424', { executable: null, processId: null, clientVersion: '6.424', flag: null }],
    ['!C:\\a.exe!!1', { executable: 'C:\\a.exe', processId: null, clientVersion: null, flag: '1' }],
    [
      '!C:\\A!B\\a.exe ( 7)!6.424!1',
      { executable: 'C:\\A!B\\a.exe', processId: 7, clientVersion: '6.424', flag: '1' },
    ],
    [
      '!C:\\A!B\\a.exe!x!1',
      { executable: 'C:\\A!B\\a.exe!x!1', processId: null, clientVersion: null, flag: null },
    ],
    [
      '!C:\\a.exe ( 7)!6.424 ( 8)!1 ( 9)',
      { executable: 'C:\\a.exe', processId: 7, clientVersion: '6.424 ( 8)', flag: '1 ( 9)' },
    ],
  ])('reads the program behind the internal id: "%s"', (program, values) => {
    const cut = message.slice(0, message.indexOf(id) + id.length);
    expect(read(cut + program)).toEqual({ ...event, ...values });
  });

  it('keeps a user name and an internal id together that hold a !', () => {
    const long = id.replace('ALICE', 'AL!I!CE');
    expect(read(message.replace('alice', 'al!i!ce').replace(id, long))).toEqual({
      ...event,
      user: 'al!i!ce',
      internalId: long,
    });
  });

  it('reads a line that ends behind the user or before it', () => {
    const end = {
      internalId: null,
      executable: null,
      processId: null,
      clientVersion: null,
      flag: null,
    };
    const cut = message.slice(0, message.indexOf('alice'));
    expect(read(`${cut}dave`)).toEqual({ ...event, ...end, user: 'dave' });
    expect(read(`${cut}dave!`)).toEqual({ ...event, ...end, user: 'dave' });
    const nobody = { ...event, ...end, user: null, faults: ['userMissing'] };
    expect(read(cut)).toEqual(nobody);
    expect(read(cut.slice(0, -1))).toEqual(nobody);
  });

  it('reads a client without an address', () => {
    expect(odd('10.0.0.42!', '!')).toEqual({ ...event, ip: null });
  });
});

describe('toUsageEvent', () => {
  const { client, ip, user, internalId, executable, clientVersion, flag } = event;
  const { level, category, type, product } = event;
  const { customer, editor, model, quantity, slotX } = event;
  const { wallAt, sessionId, processId, unknownFields, faults } = event;

  it('puts the parts of an event together', () => {
    const made = toUsageEvent({
      lead: { level, category, type, product },
      terms: { customer, editor, model, quantity, slotX },
      account: { client, ip, user, internalId },
      program: { executable, clientVersion, flag },
      wallAt,
      sessionId,
      processId,
      unknownFields,
      faults,
    });
    expect(made).toEqual(event);
  });

  it('gives each event its fields in the same order', () => {
    const keys = Object.keys(read(message) ?? {});
    expect(keys).toHaveLength(21);
    for (const text of ['TimeOut!!XM2-FTA', message.replace('!MD2!', '!MD2!2000!')]) {
      expect(Object.keys(read(text) ?? {})).toEqual(keys);
    }
  });
});
