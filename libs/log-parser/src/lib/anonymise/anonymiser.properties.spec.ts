import fc from 'fast-check';
import { parseLine } from '../lines/parse-line.js';
import { Anonymiser } from './anonymiser.js';

const stamp = '2025/05/19 08:01:13:027';
const id = 'ALICE@CORP.S-1-5-21-1-2-3-1001.0A00002A.1.ABC-41A0000000000001';
const path = 'C:\\Program Files\\DS\\B30\\win_b64\\code\\bin\\CNEXT.exe';

/** Fields whose text the copy keeps. */
const KEPT: ReadonlySet<string> = new Set([
  'type',
  'wallAt',
  'level',
  'category',
  'model',
  'quantity',
  'processId',
  'reason',
  'topic',
  'faults',
]);

/** The form of a product's code; what has another form may be anything, and goes. */
const PRODUCT = /^[A-Z\d]{3,5}(?:-[A-Z\d]{3})*$/;

/** What the parser makes of a line, but for the texts that may change. */
function toShape(value: unknown, name = ''): unknown {
  if (value === null || typeof value === 'number' || KEPT.has(name)) return value;
  if (name === 'product' && PRODUCT.test(value as string)) return value;
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'string') return 'text';
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) => [key, toShape(part, key)]),
  );
}

const shapeOf = (text: string) => toShape(parseLine(text));

/** Pieces that grammars trip over. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('!', '|', '(', ' (', ')', ' ', '  ', '@', '.', ':', '::', '%', '-', '_', '/'),
      fc.constantFrom('\\', '\u202e', '\u200b', '\ufeff', '\t', '\r', '"', "'", '=', ',', '$', '#'),
      fc.constantFrom('é', 'É', 'ß', 'İ', 'ı', 'ς', 'Ж', '計', 'ｱ', '👩‍🔧', '\ud800', 'e\u0301'),
      fc.constantFrom(
        'a',
        'Bob',
        'ALICE',
        'limit',
        'date',
        'Error',
        'Exception',
        'server',
        'Users',
      ),
      fc.constantFrom('0', '7', '42', '2025', '12345', '10.0.0.42', '1.2.3', 'fe80::1', 'deadbeef'),
      fc.constantFrom('00000196E721C6C0', '41A0000000000001', '0A00002A', 'ABC-41A0000000000001'),
      fc.constantFrom(id, path, 'S-1-5-21-1-2-3-1001', 'Grant', 'not granted', 'Server version '),
      fc.constantFrom(
        ' ( 11168)',
        ' ( from client ',
        'Caused by: ',
        stamp,
        'ConcurrentUser',
        'STD',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const usual = {
  slot1: '',
  product: 'MD2',
  customer: '200000000000123',
  session: '00000196E721C6C0',
  editor: 'Dassault Systemes V5',
  model: 'ConcurrentUser',
  count: '1',
  slotX: 'STD',
  client: 'WS-0042 (41A0000000000001-0a00002a.1)',
  ip: '10.0.0.42',
  user: 'alice',
  internalId: id,
  executable: `${path} ( 11168)`,
  version: '6.424',
  flag: '0',
};

/** A field that may be as usual, missing, or anything. */
const field = (text: string) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant<string | null>(text) }, fc.constant(null), hostile);

const fields = fc.record({
  slot1: field(usual.slot1),
  product: fc.constantFrom(usual.product, 'XM2-FTA', ''),
  customer: field(usual.customer),
  session: field(usual.session),
  editor: field(usual.editor),
  model: fc.oneof(field(usual.model), fc.constantFrom('Token', 'NamedUser')),
  count: fc.oneof(field(usual.count), fc.constantFrom('123456789', '1234567890')),
  slotX: field(usual.slotX),
  client: field(usual.client),
  ip: fc.oneof(field(usual.ip), fc.constantFrom('fe80::1%eth0', '::ffff:1.2.3.4', '::1')),
  user: field(usual.user),
  internalId: field(usual.internalId),
  executable: field(usual.executable),
  version: field(usual.version),
  flag: field(usual.flag),
});

const usageLine = fc
  .tuple(fc.constantFrom('Grant', 'Detachment', 'TimeOut', 'Renewal', ''), fields)
  .map(([action, { product, ...rest }]) => {
    const { slot1, ...others } = rest;
    const texts = [slot1 ?? '', product, ...Object.values(others).filter((one) => one !== null)];
    return `${stamp} I USGTRACING  ${[action, ...texts].join('!')}`;
  });

const denialLine = fc
  .tuple(
    fc.constantFrom('MD2', 'XM2-FTA', 'license MD2', ''),
    fc.oneof(fc.constantFrom('no more available license', 'date of update'), hostile),
    fc.array(fc.oneof(hostile, fc.constantFrom('alice', id, path, 'MD2')), { maxLength: 6 }),
    fc.constantFrom(' ( from client ', ' from '),
    fc.constantFrom(' )', ')', '', '  '),
  )
  .map(
    ([product, reason, who, from, end]) =>
      `${stamp} W LICENSESERV ${product} not granted, ${reason}${from}${usual.client}/${who.join('|')}${end}`,
  );

const categories = ['STARTSERVER', 'INITSERVER', 'ADMINSERVER', 'LICENSESERV', 'USGTRACING', 'X_1'];
const messageLine = fc
  .tuple(
    fc.constantFrom('I', 'E', 'x'),
    fc.constantFrom(...categories),
    hostile,
    fc.constantFrom(
      ...['Server version 6.425.4 built on 230502184536', 'ComputerId ABC-41A0000000000001'],
      ...['Initializing license server on ', ' args ', 'GetConfig command issued'],
      ...['Administration connection started', 'Fail to upload file x', 'version 6x', ''],
    ),
    hostile,
  )
  .map(([level, category, before, text, behind]) =>
    [stamp, level, category, before + text + behind].join(' '),
  );

const headlessLine = fc
  .tuple(
    fc.constantFrom('', '\tat ', 'Caused by: ', '2025/13/01 08:01:13:027', stamp, '2025/05/19 '),
    hostile,
    fc.constantFrom('', 'com.example.FooException', 'a.bError: x', ' I USGTRACING  Grant!!MD2'),
  )
  .map((parts) => parts.join(''));

describe('the copy of a line', () => {
  it.each([
    ['usage lines', usageLine],
    ['refusals', denialLine],
    ['messages', messageLine],
    ['lines without a header', headlessLine],
    ['any text', fc.string({ unit: 'binary', maxLength: 60 })],
  ])('is read as the original is: %s', (_, line) => {
    const anonymiser = new Anonymiser('key');
    fc.assert(
      fc.property(line, (text) => {
        expect(shapeOf(anonymiser.anonymiseLine(text))).toEqual(shapeOf(text));
      }),
      { numRuns: 1000 },
    );
  });
});
