import { ZoneOffsets } from '@license-monitor/log-parser';
import { parseEntitlements } from './parse-entitlements';

const paris = { name: 'paris', zone: new ZoneOffsets('Europe/Paris') };
const tokyo = { name: 'tokyo', zone: new ZoneOffsets('Asia/Tokyo') };
const faultsOf = (content: string, servers = [paris]) => {
  try {
    parseEntitlements(content, servers);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

describe('the file kept by hand', () => {
  it('tells seats of a product, from the first to the last day in the zone of the server', () => {
    const content = `
entitlements:
  - product: MD2
    editor: Dassault Systemes V5
    model: ConcurrentUser
    seats: 40
    from: 2026-01-01
    to: 2026-03-29
    note: order 4711
`;
    expect(parseEntitlements(content, [paris]).get('paris')).toEqual([
      {
        product: 'MD2',
        editor: 'Dassault Systemes V5',
        model: 'ConcurrentUser',
        seats: 40,
        inUse: null,
        validFrom: Date.parse('2025-12-31T23:00:00Z'),
        validTo: Date.parse('2026-03-29T22:00:00Z'),
        key: 'Dassault Systemes V5|MD2|ConcurrentUser|2026-01-01|2026-03-29',
        expires: '2026-03-29',
      },
    ]);
  });

  it('needs product and seats only; a code of digits is a code', () => {
    const content = 'entitlements: [{product: 123, seats: unlimited}, {product: KIN, seats: 0}]';
    expect(parseEntitlements(content, [paris]).get('paris')).toMatchObject([
      {
        product: '123',
        editor: null,
        model: 'unknown',
        seats: null,
        validFrom: null,
        validTo: null,
      },
      { product: 'KIN', seats: 0 },
    ]);
  });

  it('gives each server its entries, and none to one without', () => {
    const content = 'entitlements: [{product: MD2, seats: 3, server: tokyo, from: 2026-01-01}]';
    const byServer = parseEntitlements(content, [paris, tokyo]);
    expect(byServer.get('paris')).toEqual([]);
    expect(byServer.get('tokyo')).toMatchObject([
      { seats: 3, validFrom: Date.parse('2025-12-31T15:00:00Z') },
    ]);
  });

  it('keeps two entries that are alike apart', () => {
    const content = 'entitlements: [{product: MD2, seats: 3}, {product: MD2, seats: 3}]';
    const keys = parseEntitlements(content, [paris])
      .get('paris')
      ?.map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    ['', [/^entitlements: is missing: write/]],
    ['entitlements:', [/^line 1, entitlements: is no list: write "entitlements: \[\]" for none$/]],
    ['entitlements:\n  - seats: 4', [/^line 2, entry 1, product: is missing: write the code/]],
    [
      'entitlements:\n  - product: MD2\n    seats: many',
      [/^line 3, entry 1, seats: is neither a whole number from 0 nor unlimited$/],
    ],
    ['entitlements: [{product: MD2, seats: 1.5}]', [/entry 1, seats: is neither/]],
    ['entitlements: [{product: MD2, seats: -1}]', [/entry 1, seats: is neither/]],
    ['entitlements: [{product: MD2, seats: 1, seat: 2}]', [/entry 1: Unrecognized key: "seat"/]],
    [
      'entitlements: [{product: MD2, seats: 1, from: 2026-02-30}]',
      [/entry 1, from: is no day: write it as 2026-01-31$/],
    ],
    ['entitlements: [{product: MD2, seats: 1, to: 2026}]', [/entry 1, to: is no day/]],
    [
      'entitlements: [{product: MD2, seats: 1, model: Floating}]',
      [/entry 1, model: is none of ConcurrentUser, NamedUser, Token, Credit$/],
    ],
    [
      'entitlements:\n  - {product: MD2, seats: 1, from: 2026-02-01, to: 2026-01-01}\n  - {product: MD2, seats: 1, server: rome}',
      [
        /^line 2, entry 1, to: 2026-01-01 is before 2026-02-01: exchange them$/,
        /^line 3, entry 2, server: rome is not known: write one of paris$/,
      ],
    ],
    ['entitlements: []\nnote: x', [/^Unrecognized key: "note"$/]],
  ])('is refused where it reads %j, and every fault is told with its line', (content, faults) => {
    const found = faultsOf(content);
    expect(found).toEqual(faults.map((fault) => expect.stringMatching(fault)));
  });

  it('is refused where it is no YAML, with the line', () => {
    expect(faultsOf('entitlements: [').join('\n')).toMatch(/line 1/);
  });

  it('must say which server an entry is of, where there are several', () => {
    expect(faultsOf('entitlements: [{product: MD2, seats: 1}]', [paris, tokyo])).toEqual([
      'line 1, entry 1, server: is missing: write one of paris, tokyo',
    ]);
  });
});
