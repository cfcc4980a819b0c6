import { isPathWord, isTextWord } from './known-words.js';

describe('a word of a message', () => {
  it.each([
    ...[
      'server',
      'Server',
      'LICENSESERV',
      'ConcurrentUser',
      'a',
      'V5',
      'java',
      'STD',
      'FAILOVERSRV',
    ],
    ...['UnknownHostException', 'SSLHandshakeException', 'NullPointerException', 'GetLicenseUsage'],
    ...['adminPort', 'read-only', 'handshake_failure', 'IOException'],
    ...['0', '4084', '2025-05-19', 'LicenseUsage20250518000000', 'TokenUsage20250518000000'],
    ...[
      'LicenseServer20250518000000',
      'CNEXT',
      'win_b64',
      'B30',
      'R2022x',
      'V5-6R2019',
      'V6R2019x',
    ],
    ...['SP3', 'HF12', '2023x', 'B426', 'r30'],
  ])('may stay: %s', (word) => {
    expect(isTextWord(word)).toBe(true);
  });

  it.each([
    ...[
      'alice',
      'Grant',
      'mark',
      'sun',
      'will',
      '12345',
      '2025-05-1',
      '12025-05-19',
      '2025-05-190',
    ],
    ...[
      'server-01',
      'server01',
      'myserver',
      'serverAlice',
      'AliceException',
      'WS-0042',
      'license_x',
    ],
    ...['LicenseUsage2025051800000', 'LicenseUsage202505180000001', 'xLicenseUsage20250518000000'],
    ...['Alice20250518000000', 'B3', 'B3000', 'xB30', 'R1', 'R20220', 'R2022y', '2123x'],
    ...['20230x', 'SP', 'xSP1', 'HF', 'HF1x', 'café', 'serverÉ', 'SERVERalice', 'aliceServer'],
  ])('may not stay: %s', (word) => {
    expect(isTextWord(word)).toBe(false);
  });
});

describe('a part of a path', () => {
  it.each([
    'Program',
    'FILES',
    'DS',
    'B30',
    'win_b64',
    'code',
    'bin',
    'CNEXT',
    'exe',
    'x86',
    '3dx',
  ])('may stay: %s', (word) => {
    expect(isPathWord(word)).toBe(true);
  });

  it.each(['alice', 'server-01', '4084', '2025-05-19', 'port', 'connection', 'win_b6', 'CNEXT1'])(
    'may not stay: %s',
    (word) => {
      expect(isPathWord(word)).toBe(false);
    },
  );
});
