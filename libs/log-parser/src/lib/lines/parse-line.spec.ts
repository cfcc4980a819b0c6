import fc from 'fast-check';
import { malformed, parseLine } from './parse-line.js';

const wallAt = Date.UTC(2025, 4, 19, 8, 1, 13, 27);
const stamp = '2025/05/19 08:01:13:027';
const usage =
  'Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!alice';
const grant = `${stamp} I USGTRACING  ${usage}`;
const refusal =
  'XM2-FTA not granted, no license enrolled ( from client WS-0043 (263.0)/10.0.0.43|bob )';

const message = (level: string, category: string, topic: string | null, text: string) => ({
  wallAt,
  level,
  category,
  type: 'message',
  topic,
  detail: null,
  text,
});

describe('parseLine', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseLine(text).type).toEqual(expect.any(String));
      }),
    );
  });

  it('never throws on a usage line with any character replaced, removed or doubled', () => {
    fc.assert(
      fc.property(fc.nat(grant.length), fc.string({ maxLength: 4 }), fc.nat(3), (at, put, drop) => {
        const text = grant.slice(0, at) + put + grant.slice(at + drop);
        expect(parseLine(text).type).toEqual(expect.any(String));
      }),
    );
  });

  it('reads a usage line', () => {
    expect(parseLine(grant)).toEqual({
      wallAt,
      level: 'I',
      category: 'USGTRACING',
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
      internalId: null,
      executable: null,
      processId: null,
      clientVersion: null,
      flag: null,
      unknownFields: [],
      faults: [],
    });
  });

  it('reads a refusal', () => {
    expect(parseLine(`${stamp} W LICENSESERV ${refusal}`)).toEqual({
      wallAt,
      level: 'W',
      category: 'LICENSESERV',
      type: 'denial',
      product: 'XM2-FTA',
      reasonText: 'no license enrolled',
      reason: 'notOwned',
      client: { host: 'WS-0043', computerId: '263.0', hardwareId: null, ipv4: null, display: '0' },
      ip: '10.0.0.43',
      user: 'bob',
      internalId: null,
      executable: null,
      processId: null,
      unknownFields: [],
      faults: [],
    });
  });

  it('reads an event and a message of the server', () => {
    expect(parseLine(`${stamp} I STARTSERVER Server version 6.425.4 built on 2305`)).toEqual({
      wallAt,
      level: 'I',
      category: 'STARTSERVER',
      type: 'serverStart',
      version: '6.425.4',
      text: 'Server version 6.425.4 built on 2305',
    });
    expect(parseLine(`${stamp} I ADMINSERVER GetConfig command issued`)).toEqual({
      ...message('I', 'ADMINSERVER', 'administrationCommand', 'GetConfig command issued'),
      detail: 'GetConfig',
    });
  });

  it('accepts any run of blanks between level, category and message', () => {
    const spaced = grant.replace(' I USGTRACING  ', '  I\tUSGTRACING ');
    expect(parseLine(spaced)).toEqual(parseLine(grant));
  });

  it('marks an event whose session, count or model fails its check, and keeps it', () => {
    const odd = grant
      .replace('00000196E721C6C0', 'zz')
      .replace('!1!', '!one!')
      .replace('ConcurrentUser', 'Floating');
    expect(parseLine(odd)).toMatchObject({
      type: 'grant',
      sessionId: 'zz',
      quantity: null,
      model: 'unknown',
      unknownFields: ['Floating', 'one'],
      faults: ['sessionNotHex', 'countNotNumeric', 'modelUnknown', 'unknownFields'],
    });
  });

  it.each([
    '',
    usage.replace('MD2', ''),
    usage.replace('Grant', 'Return'),
    'Tracing is on',
    refusal,
  ])('keeps a usage line that is not understood as a message: "%s"', (text) => {
    expect(parseLine(`${stamp} I USGTRACING  ${text}`)).toEqual(
      message('I', 'USGTRACING', 'usageNotUnderstood', text),
    );
  });

  it.each(['The product was not granted, sorry', 'not granted', `X${refusal}`.replace(',', ';')])(
    'keeps a refusal of another shape as a message: "%s"',
    (text) => {
      expect(parseLine(`${stamp} W LICENSESERV ${text}`)).toEqual(
        message('W', 'LICENSESERV', 'denialNotUnderstood', text),
      );
    },
  );

  it('reads other texts of the category of refusals as messages', () => {
    expect(parseLine(`${stamp} I LICENSESERV MD2 granted to alice`)).toEqual(
      message('I', 'LICENSESERV', null, 'MD2 granted to alice'),
    );
    expect(parseLine(`${stamp} I LICENSESERV Licensing service started`)).toEqual(
      message('I', 'LICENSESERV', 'serverReady', 'Licensing service started'),
    );
  });

  it.each([usage, refusal])('reads events only in their own category: "%s"', (text) => {
    expect(parseLine(`${stamp} I MONITORING ${text}`)).toEqual(
      message('I', 'MONITORING', null, text),
    );
  });

  it('reads a line without a message', () => {
    expect(parseLine(`${stamp} I ENROLL`)).toEqual(message('I', 'ENROLL', null, ''));
  });

  it.each(['', '\tat com.example.Server.run', 'Caused by: broken pipe'])(
    'takes a line without a stamp for a continuation: %j',
    (text) => {
      expect(parseLine(text)).toEqual({ type: 'continuation', text });
    },
  );

  it.each([
    ['noHeader', 'text'],
    ['noHeader', `x${grant}`],
    ['badTimestamp', grant.replace('/05/', '/13/')],
    ['badTimestamp', '1999/12/31 23:59:59:999 I ENROLL text'],
    ['badHeader', stamp],
    ['badHeader', `${stamp} text`],
    ['badHeader', `${stamp} i USGTRACING  ${usage}`],
  ])('says why a line is not understood: %s, "%s"', (reason, text) => {
    expect(parseLine(text)).toEqual({ type: 'malformed', reason });
  });
});

describe('malformed', () => {
  it('makes the value of a line that is not understood', () => {
    expect(malformed('tooLong')).toEqual({ type: 'malformed', reason: 'tooLong' });
  });
});
