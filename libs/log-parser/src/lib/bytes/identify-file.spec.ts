import { createDecoder, identifyFile } from './identify-file.js';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const stamp = '2025/05/19 08:01:13:027 I USGTRACING  Grant!!MD2\n';
const none = { encoding: 'utf-8', tokenUsage: null };

describe('identifyFile', () => {
  it('knows a log of the licence server by a stamp, even behind other lines', () => {
    expect(identifyFile(utf8(`\uFEFFwrapped\n${stamp}`))).toEqual({
      ...none,
      kind: 'licenseServer',
    });
  });

  it('takes a line with an impossible date for no stamp', () => {
    const odd = utf8(stamp.replace('2025/05', '2025/13'));
    expect(identifyFile(odd)).toEqual({ ...none, kind: 'otherText' });
  });

  it.each([
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const)('knows a log in %s by its mark', (encoding, mark) => {
    const little = Buffer.from(stamp, 'utf16le');
    const text = encoding === 'utf-16le' ? little : little.swap16();
    const head = Buffer.concat([Uint8Array.from(mark), text]);
    expect(identifyFile(head)).toEqual({ kind: 'licenseServer', encoding, tokenUsage: null });
  });

  it('needs both bytes of a mark', () => {
    for (const mark of [
      [0xff, 0xff],
      [0xfe, 0xfe],
      [0xff, 0x0a],
      [0xfe, 0x0a],
      [0x0a, 0xfe],
      [0x0a, 0xff],
    ]) {
      expect(identifyFile(Uint8Array.from([...mark, 0x0a])).encoding).toBe('utf-8');
    }
  });

  it('reads the header of a token usage file and takes the rest for opaque', () => {
    const header = [
      'Token/Credit license usage trace from 2025/05/20 15:06:36:933',
      'License server name:',
      'licsrv01',
      'License server id(s):',
      'ABC-41A0000000000001',
      'ABC-41A0000000000002',
      'a5fZ/9==',
      'ABC-41A0000000000003',
      '',
    ].join('\n');
    expect(identifyFile(utf8(header))).toEqual({
      kind: 'tokenUsage',
      encoding: 'utf-8',
      tokenUsage: {
        wallAt: Date.UTC(2025, 4, 20, 15, 6, 36, 933),
        serverName: 'licsrv01',
        serverIds: ['ABC-41A0000000000001', 'ABC-41A0000000000002'],
      },
    });
  });

  it('says what is missing of a token usage header', () => {
    const title = 'Token/Credit license usage trace from yesterday\n';
    expect(identifyFile(utf8(title)).tokenUsage).toEqual({
      wallAt: null,
      serverName: null,
      serverIds: [],
    });
    const whole = `${title}License server name:\n\nLicense server id(s):\nABC-41A0000000000001\n`;
    expect(identifyFile(utf8(whole)).tokenUsage).toEqual({
      wallAt: null,
      serverName: null,
      serverIds: ['ABC-41A0000000000001'],
    });
  });

  it('reads a token usage header up to the bytes that are no text', () => {
    const header = utf8('Token/Credit license usage trace from 2025/05/20 15:06:36:933\n');
    const rest = Uint8Array.from([0, 1, 2, 0x0a]);
    expect(identifyFile(Buffer.concat([header, rest])).kind).toBe('tokenUsage');
  });

  it('takes only a whole id for the id of a server', () => {
    const header = (id: string) =>
      utf8(`Token/Credit license usage trace from x\nn:\nsrv\ni:\n${id}\n`);
    for (const id of [
      'AB-41A0000000000001',
      'ABC-41A000000000001',
      'xABC-41A0000000000001',
      'ABC-41A0000000000001x',
    ]) {
      expect(identifyFile(header(id)).tokenUsage?.serverIds).toEqual([]);
    }
  });

  it('knows compressed bytes by both bytes of their mark', () => {
    expect(identifyFile(Uint8Array.from([0x1f, 0x8b, 8]))).toEqual({ ...none, kind: 'gzip' });
    expect(identifyFile(Uint8Array.from([0x1f, 0x0a])).kind).toBe('otherText');
    expect(identifyFile(Uint8Array.from([0x0a, 0x8b])).kind).toBe('otherText');
  });

  it('knows bytes that are no text', () => {
    expect(identifyFile(Uint8Array.from([1, 0, 2, 0x0a]))).toEqual({ ...none, kind: 'opaque' });
    expect(identifyFile(Uint8Array.from([1, 0, 2]))).toEqual({ ...none, kind: 'opaque' });
  });

  it('does not judge a file without a whole line', () => {
    expect(identifyFile(utf8(''))).toEqual({ ...none, kind: 'empty' });
    expect(identifyFile(utf8('2025/05/'))).toEqual({ ...none, kind: 'empty' });
    const utf16 = Buffer.from('\ufeff2025/05/', 'utf16le');
    expect(identifyFile(utf16)).toEqual({ ...none, encoding: 'utf-16le', kind: 'empty' });
  });

  it('does not judge a log by the NUL bytes that a truncation left before its lines', () => {
    const nuls = '\0'.repeat(4000);
    expect(identifyFile(utf8(nuls)).kind).toBe('empty');
    expect(identifyFile(utf8(`${nuls}2025/05/`)).kind).toBe('empty');
    expect(identifyFile(utf8(`${nuls}${stamp}`)).kind).toBe('licenseServer');
    expect(identifyFile(utf8(`${nuls}a list\n`)).kind).toBe('otherText');
    expect(identifyFile(utf8(`${nuls}\x01\0`)).kind).toBe('opaque');
  });

  it('does not judge a log by a line that is too long', () => {
    expect(identifyFile(utf8(`${'x'.repeat(70_000)}\n`)).kind).toBe('otherText');
  });

  it('takes UTF-16 with half a character for no text', () => {
    const half = Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x0a, 0x00]);
    expect(identifyFile(half).kind).toBe('opaque');
  });

  it('knows text without a stamp', () => {
    expect(identifyFile(utf8('a list\nof names\n'))).toEqual({ ...none, kind: 'otherText' });
  });
});

describe('createDecoder', () => {
  it('makes the decoder of an encoding', () => {
    expect(createDecoder('utf-8').decodeFallback(Uint8Array.from([0xe9]))).toBe('é');
    expect(createDecoder('utf-8', 'windows-1251').decodeFallback(Uint8Array.from([0xe9]))).toBe(
      'й',
    );
    expect(createDecoder('utf-16be').decode(Uint8Array.from([0, 0xe9]))).toBe('é');
  });
});
