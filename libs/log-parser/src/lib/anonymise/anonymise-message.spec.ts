import { anonymise, grant, stamp, withUser } from '../../testing/telling-lines.js';
import { parseInternalId } from '../lines/parse-internal-id.js';
import { parseLine } from '../lines/parse-line.js';
import type { UsageEvent } from '../lines/parsed-line.js';

/** What becomes of a message of any category, after the lines of a run. */
const anonymiseMessage = (message: string, ...before: string[]) =>
  anonymise(...before, `${stamp} W MONITORING  ${message}`)
    .at(-1)
    ?.slice(38);

describe('the copy of a message', () => {
  it.each([
    'Server version 6.425.4 built on 230502184536',
    'Initializing license server on C:\\ProgramData\\DassaultSystemes\\LicenseServer args [-adminPort, 4084]',
    'License server already initialized on /var/DassaultSystemes/LicenseServer',
    'Server successfully initialized.',
    'Use -force option for reinitialization.',
    'Cannot create lock file /var/DassaultSystemes/LicenseServer/lock',
    'Fail to upload file LicenseUsage20250518000000.stat : java.net.SocketException: Connection reset',
    'GetLicenseUsagePerUser command issued',
    'System has been suspended at 15:06:36:933 on 2025-05-19, 2025/05/19',
    'not granted',
  ])('keeps a text that names nobody: %s', (text) => {
    expect(anonymiseMessage(text)).toBe(text);
  });

  it.each([
    ['user alice@corp left', /^user [g-z]{5}@[g-z]{4} [g-z]{4}$/],
    ['<server@port>', /^<[g-z]{6}@[g-z]{4}>$/],
    ['port 4084 of 40840', /^port 4084 of (?!40840)\d{5}$/],
    ['ip 172.24.9.77, fe80::ab:1.', /^ip 10(?:\.\d+){3}, fd\d\d::[a-f]{2}:\d\.$/],
    ['00:1A:2B:3C:4D:5E', /^FD(?::\d[A-F]){5}$/],
    ['1:2:3:4:5', /^1:2:3:4:5$/],
    ['at 15:06:36:933', /^at 15:06:36:933$/],
    ['x::alice', /^[g-z]::[g-z]{5}$/],
    ['ComputerId ABC-41A0000000000001', /^ComputerId [G-Z]{3}-[\dA-F]{16}$/],
    ['id 41A0000000000001-0a00002a.1', /^id [\dA-F]{16}-0a[\da-f]{6}\.1$/],
    ['id DEADBEEF01', /^id [A-F]{8}\d\d$/],
    ['S-1-5-21-1-2-3-1001', /^S-1-5-21-\d-\d-\d-\d{4}$/],
    ['C:\\Users\\server\\port', /^C:\\Users\\[g-z]{6}\\port$/],
    ['q:/server', /^q:\/server$/],
    [
      'Server version 6.425.4.1 built on 230502184536',
      /^Server version \d\.\d{3}\.\d\.\d built on 230502184536$/,
    ],
    ['built on 2305021845361', /^built on (?!2305021845361)\d{13}$/],
    ['version 7', /^version 7$/],
    ['version 12345', /^version (?!12345)\d{5}$/],
    ['the version 6.4.', /^the version 6\.4\.$/],
    ['xversion 12345', /^[g-z]{8} (?!12345)\d{5}$/],
    ['com.example.AliceException: x', /^com\.[g-z]{7}\.[G-Z][g-z]{4}Exception: [g-z]$/],
    ['AliceError server', /^[G-Z][g-z]{4}Error server$/],
    ['Grant!alice', /^Grant![g-z]{5}$/],
    ['alice!Grant!x', /^[g-z]{5}![G-Z][g-z]{4}![g-z]$/],
    ['chloé 佐藤', /^[g-z]{4}[äöüé] \p{Script=Han}{2}$/u],
  ])('replaces what could name somebody: %s', (text, form) => {
    const copy = anonymiseMessage(text);
    expect(copy).toMatch(form);
  });

  it('replaces a known word once it is a name, but no short one', () => {
    expect(anonymiseMessage('the port is open')).toBe('the port is open');
    expect(anonymiseMessage('the Port is open', withUser('port'))).toMatch(
      /^the [G-Z][g-z]{3} is open$/,
    );
    expect(anonymiseMessage('the port is open', withUser('the is'))).toMatch(
      /^[g-z]{3} port is open$/,
    );
    expect(anonymiseMessage('port 4084', withUser('4084'))).toMatch(/^port (?!4084)\d{4}$/);
    expect(anonymiseMessage('port 84', withUser('84'))).toBe('port 84');
    expect(anonymiseMessage('id DEADBEEF01', withUser('deadbeef01'))).toMatch(/^id [G-Z]{8}\d\d$/);
  });

  it('keeps what the grammar tells it by, even where that is a name', () => {
    const names = withUser('server version license stopped command issued granted args error');
    for (const text of [
      'Server version 6.425',
      'Server version unknown',
      'License server stopped',
      'GetConfig command issued',
      'not granted',
      'java.lang.Error',
    ]) {
      expect(anonymiseMessage(text, names)).toBe(text);
    }
    expect(anonymiseMessage('the server', names)).not.toBe('the server');
  });

  it('has the tokens that fields have', () => {
    const [usage = '', message] = anonymise(grant, `${stamp} W X WS-0042 alice@CORP 10.0.0.42`);
    const { client, ip, user, internalId } = parseLine(usage) as UsageEvent;
    const domain = parseInternalId(internalId ?? '')?.domain;
    expect(message).toBe(`${stamp} W X ${client?.host} ${user}@${domain} ${ip}`);
  });

  it('keeps the header, whatever the category', () => {
    const [line] = anonymise(`${stamp}\tQ  ALICE_1 alice`);
    expect(line).toMatch(/^2025\/05\/19 08:01:13:027\tQ {2}ALICE_1 [g-z]{5}$/);
  });
});

describe('the copy of a line without a header', () => {
  it.each([
    [
      '\tat java.net.Socket.connect(Socket.java:633)',
      /^\tat java\.net\.Socket\.connect\(Socket\.java:633\)$/,
    ],
    ['Caused by: java.io.IOException: alice', /^Caused by: java\.io\.IOException: [g-z]{5}$/],
    ['Exception in thread "alice"', /^Exception in thread "[g-z]{5}"$/],
    ['2025/13/19 08:01:13:027 I X 12345', /^2025\/13\/19 08:01:13:027 [A-Z] [A-Z] (?!12345)\d{5}$/],
    [`${stamp} alice`, /^2025\/05\/19 08:01:13:027 [g-z]{5}$/],
    [`${stamp}alice`, /^2025\/05\/19 08:01:13:027[g-z]{5}$/],
    ['2025/05/19 08:01 alice', /^2025\/05\/19 08:01 [g-z]{5}$/],
    ['', /^$/],
  ])('keeps its form: %s', (line, form) => {
    expect(anonymise(line)[0]).toMatch(form);
  });

  it('is a stack trace even where its words are names', () => {
    const names = withUser('caused by exception in thread');
    for (const line of ['Caused by: x', 'Exception in thread x', 'java.lang.Exception: x']) {
      const [copy = ''] = anonymise(names, line).slice(1);
      expect(parseLine(copy).type).toBe('continuation');
    }
  });
});
