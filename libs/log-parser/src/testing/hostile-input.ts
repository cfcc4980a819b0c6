// What the fuzzing reads: lines as servers write them, put together anew, damaged and joined.

import { Chance } from './chance.js';

const MOST_INPUTS_OF_A_FILE = 128;

/** Bytes are handled as text with a character for each byte. */
const utf8 = (text: string) => Buffer.from(text).toString('latin1');
const toBytes = (text: string) => Buffer.from(text, 'latin1');

const BOM = '\xef\xbb\xbf';
const id = (user: string) => `${user}.S-1-5-21-1-2-3-1001.0A00002A.1.ABC-41A0000000000001`;
const computer = '41A0000000000001-0a00002a.1';

const STAMPS = [
  '2025/05/19 08:01:13:027',
  '2025/05/19 08:01:13:028',
  '2025/05/19 23:59:59:999',
  '2025/05/20 00:00:00:000',
  '2025/05/19 24:00:00:000',
  '2025/05/19 08:60:00:000',
  '2025/05/19 08-01:13:027',
  '2025/05/19  8:01:13:027',
  '2025/05/1908:01:13:0270',
  `${BOM}2025/05/19 08:01:13:027`,
  // What a byte-order mark shifts: `027` begins what follows the stamp.
  `${BOM}2025/05/08:01:13:027027`,
];
const LEADS = [
  ' I USGTRACING  Grant!!MD2!',
  ' I USGTRACING  Detachment!!MD2!',
  ' I USGTRACING  TimeOut!!XM2-FTA!',
  ' W USGTRACING Grant!!MD2!',
  '\tI\tUSGTRACING\tGrant!!HD2-KT1-FS1!',
  ' I USGTRACING  Grant!!MD2!200000000000123!',
  ' I USGTRACING  Grant!!MD2!!',
  ' I USGTRACING  Grant!slot!MD2!',
  ' I USGTRACING  Grant!!!',
  ' I USGTRACING  Grant!MD2!',
  ' I MONITORING  Grant!!MD2!',
  ' I USGTRACING  Return!!MD2!',
  ' i USGTRACING  Grant!!MD2!',
];
const SESSIONS = [
  '00000196E721C6C0',
  '00000196e721c6c1',
  '20000196E721C6C2',
  '0000196E721C6C0',
  '000000196E721C6C0',
  '00000196E721C6CG',
  '',
  '00000196E721C6C0!x',
];
const TERMS = [
  '!Dassault Systemes V5!ConcurrentUser!1!STD!',
  '!Dassault Systemes!NamedUser!1!STD!',
  '!Dassault Systemes!Token!25!!',
  '!!Credit!999999999!EDU!',
  '!Partner (CAA)!ConcurrentUser!1!STD!',
  '!10.0.0.9!ConcurrentUser!1!STD!',
  '!Partner (CAA)!10.0.0.9!1!STD!',
  '!Dassault Systemes V5!ConcurrentUser!1!10.0.0.9!',
  '!Dassault Systemes V5!ConcurrentUser!1!WS (x)!',
  '!Dassault Systemes V5!ConcurrentUser!1000000000!STD!',
  '!Dassault Systemes V5!Floating!one!STD!',
  '!Dassault Systemes V5!ConcurrentUser!1!STD!x!',
  '!Dassault Systemes V5!ConcurrentUser!1!',
  utf8('!Éditeur!ConcurrentUser!1!STD!'),
  '!\xc9diteur!ConcurrentUser!1!STD!',
];
const CLIENTS = [
  `WS-0042 (${computer})`,
  `WS-0043 (${computer})`,
  `ws-0042 (${computer})`,
  `WS (lab) (${computer})`,
  'WS-0042',
  'WS-0042 ()',
  ` (${computer})`,
  ` (lab) (${computer})`,
  `(${computer})`,
  '10.0.0.42',
  'fe80::1',
  'WS-0042 (41A0',
  `WS!0042 (${computer})`,
  utf8(`WS-é (${computer})`),
  `WS-\xe9 (${computer})`,
  '',
];
const ADDRESSES = ['10.0.0.42', 'fe80::1%eth0', '10.0.0.43', '10.0.0', '', 'WS (x)', '::g'];
const USERS = [
  'alice',
  'bob',
  utf8('chloé'),
  'chlo\xe9',
  'chlo\xc3\xa9\xe9',
  'al!ice',
  'al!i!ce',
  'bob (7)',
  'a (b)',
  '10.0.0.44',
  utf8('‮ecila'),
  '',
];
const IDS = [
  `!${id('ALICE@CORP')}`,
  '!alice',
  '!MD2',
  '',
  '!',
  `!${id('AL!ICE@CORP')}`,
  `!${id('A!L!ICE@CORP')}`,
  '!10.0.0.45',
  '!a (b)',
  '!bob ( 12)',
  utf8(`!${id('CHLOÉ@CORP')}`),
];
const PATHS = [
  '!C:\\DS\\CNEXT.exe',
  '!/opt/ds/CNEXT',
  '!C:\\DS (x86)\\CNEXT.exe',
  '!CNEXT',
  '!',
  '',
  '!C:\\A!B\\CNEXT.exe',
  '!a (b)',
  '!10.0.0.46',
  `!${id('C:\\DS')}`,
  `!x!${id('x')}`,
  utf8('!C:\\Éa\\CNEXT.exe'),
  '!C:\\\xc9a\\CNEXT.exe',
];
// The last one makes lines of about 64 KiB, the longest that are read.
const TAILS = [
  '!6.424!0',
  '!6.425!0',
  '!6.424!1',
  '!6.424',
  '',
  '!!',
  '!6.424.0.1!0',
  '!10.0.0.47!0',
  '!6.424!a ( 22)',
  '!6.424 ( 7)!0',
  '!6.424 (beta)!0',
  '!6.424!0!x',
  `!6.424!${id('x')}`,
  `!${id('x')}!0`,
  utf8('!6.424!é'),
  '!6.424!\xe9',
  '!6.424!\r',
  `!6.424!${'x'.repeat(65_270)}`,
];
const ENDS = ['\n', '\r\n', '\r\r\n', '\n\n', '', ' \n', '\0\n'];

const who = `WS-0043 (${computer})/10.0.0.43|bob|${id('BOB@CORP')}|C:\\DS\\CNEXT.exe ( 11168)`;
const OTHERS = [
  '2025/05/19 07:58:02:114 I STARTSERVER Server version 6.425.4 built on 230502184536',
  `2025/05/19 09:40:00:500 W LICENSESERV XM2-FTA not granted, no more available license ( from client ${who} )`,
  `2025/05/19 09:40:00:501 W LICENSESERV MD2 not granted, no license enrolled ( from client ${who}`,
  '2025/05/19 09:40:00:502 I LICENSESERV Licensing service started',
  '2025/05/19 18:00:00:000 I STOPSERVER  License server stopped',
  '2025/05/19 12:00:00:000 I RUNTIMEDATA System has been suspended',
  '2025/05/19 12:10:00:000 I RUNTIMEDATA System has been resumed',
  '2025/05/19 12:20:00:000 I ADMINSERVER GetConfig command issued',
  '2025/05/19 07:58:01:000 I INITSERVER  ComputerId ABC-41A0000000000001',
  '2025/05/19 07:58:01:001 E INITSERVER  Cannot create /var/ds',
  '2025/13/19 07:58:01:001 I ENROLL      text',
  '2025/05/19 07:58:01:001',
  'java.net.SocketException: Broken pipe',
  '\tat com.example.Server.run(Server.java:42)',
  'Caused by: java.io.IOException',
  'text without a stamp',
  '',
];
const HOSTILE = [
  ...['!', '!!', '!!!!!!!!', '|', '(', ')', ' (', ' ( ', ')/', ' ( from client ', ' not granted, '],
  ...['\0', '\0\0\0\0\0\0\0\0', '\r', '\n', '\r\n', '\n\n', '\n\0\0\n', BOM, '\xff\xfe'],
  ...['\x1b[31m', '\x1b[0m', utf8('‮'), utf8('⁦'), utf8('٣'), '\x80', '\xc3', '\xe9', '\xff'],
  ...[
    '0',
    '9',
    '12345678901',
    '10.0.0.1',
    '::',
    '%',
    '.',
    '-',
    '\\',
    '/',
    ' ',
    '\t',
    'constructor',
  ],
];

function makeUsageLine(chance: Chance): string {
  const process = chance.isOneIn(2) ? '' : ` (${chance.of(['', ' '])}${chance.digits(12)})`;
  return [
    chance.early(STAMPS),
    chance.early(LEADS),
    chance.early(SESSIONS),
    chance.early(TERMS),
    chance.early(CLIENTS),
    '!',
    chance.early(ADDRESSES),
    '!',
    chance.early(USERS),
    chance.early(IDS),
    chance.early(PATHS),
    process,
    chance.early(TAILS),
    chance.early(ENDS),
  ].join('');
}

const makeLine = (chance: Chance) =>
  chance.isOneIn(4) ? chance.of(OTHERS) + chance.early(ENDS) : makeUsageLine(chance);

type Mutate = (text: string, at: number, chance: Chance) => string;

const span = (text: string, at: number, chance: Chance) =>
  text.slice(at, at + 1 + chance.below(chance.of([1, 4, 40])));

function inFields(change: (fields: string[], at: number, chance: Chance) => void): Mutate {
  return (text, _, chance) => {
    const mark = chance.of(['!', '|']);
    const fields = text.split(mark);
    change(fields, chance.below(fields.length), chance);
    return fields.join(mark);
  };
}

const swap = (fields: string[], first: number, second: number) => {
  [fields[first], fields[second]] = [fields[second] as string, fields[first] as string];
};

const MUTATIONS: readonly Mutate[] = [
  // Delete, insert, replace, duplicate, move bytes.
  (text, at, chance) => text.slice(0, at) + text.slice(at + span(text, at, chance).length),
  (text, at, chance) => text.slice(0, at) + chance.of(HOSTILE) + text.slice(at),
  (text, at, chance) => text.slice(0, at) + chance.of(HOSTILE) + text.slice(at + 1),
  (text, at, chance) => text.slice(0, at) + chance.bytes(4) + text.slice(at + 1),
  (text, at, chance) => text.slice(0, at) + span(text, at, chance) + text.slice(at),
  (text, at) =>
    text.slice(0, at) + text.slice(at + 1, at + 2) + text.charAt(at) + text.slice(at + 2),
  (text, at) => text.slice(at) + text.slice(0, at),
  (text, _, chance) => text.replace(/\d+/, () => chance.digits(12)),
  // Delete, duplicate, swap, empty fields.
  inFields((fields, at) => fields.splice(at, 1)),
  inFields((fields, at) => fields.splice(at, 0, fields[at] as string)),
  inFields((fields, at, chance) => swap(fields, at, chance.below(fields.length))),
  inFields((fields, at, chance) => (fields[at] = chance.of(['', ...HOSTILE]))),
  // Cut off, splice two lines, put a line into a line.
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at, chance) => text.slice(0, at) + makeLine(chance).slice(at),
  (text, at, chance) => text.slice(0, at) + makeLine(chance) + text.slice(at),
];

function makeInput(chance: Chance): string {
  let text = makeLine(chance);
  if (chance.isOneIn(2)) return text;
  for (let left = 1 + chance.below(3); left > 0; left--) {
    text = chance.of(MUTATIONS)(text, chance.below(text.length + 1), chance);
  }
  return text;
}

/** Files of so many inputs in all; equal seeds make equal files. */
export function* makeFiles(
  inputs: number,
  seed: number,
): Generator<{ bytes: Uint8Array; chance: Chance }> {
  const chance = new Chance(seed);
  for (let left = inputs; left > 0;) {
    const count = Math.min(left, 1 + chance.below(MOST_INPUTS_OF_A_FILE));
    left -= count;
    const bytes = toBytes(Array.from({ length: count }, () => makeInput(chance)).join(''));
    yield { bytes, chance };
  }
}
