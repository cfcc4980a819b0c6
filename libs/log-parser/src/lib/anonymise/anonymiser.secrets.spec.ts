import fc from 'fast-check';
import { Anonymiser } from './anonymiser.js';

const stamp = '2025/05/19 08:01:13:027';
const machine = '0A00002A.1.ABC-41A0000000000001';
const client = 'WS-0042 (41A0000000000001-0a00002a.1)';
const usage = `${stamp} I USGTRACING  Grant`;
const left = 'MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD';
const account = `${client}!10.0.0.42!alice`;
const denial = `${stamp} W LICENSESERV MD2 not granted`;
const from = `no more available license ( from client ${client}/10.0.0.43`;

/** Lines with `§` where somebody's name may stand. */
const places = [
  `${stamp} I USGTRACING  §!!${left}!${account}`,
  `${usage}!§!${left}!${account}`,
  `${usage}!!§!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!${account}`,
  `${usage}!!MD2!§!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!${account}`,
  `${usage}!!MD2!§!x!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!${account}`,
  `${usage}!!MD2!§!Dassault Systemes V5!ConcurrentUser!1!STD!${account}`,
  `${usage}!!MD2!00000196E721C6C0!§!ConcurrentUser!1!STD!${account}`,
  `${usage}!!MD2!00000196E721C6C0!Dassault Systemes V5!§!1!STD!${account}`,
  `${usage}!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!§!STD!${account}`,
  `${usage}!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!§!${account}`,
  `${usage}!!MD2!§!ConcurrentUser!§!${account}`,
  `${usage}!!MD2!§!${account}`,
  `${usage}!!${left}!§ (41A0000000000001-0a00002a.1)!10.0.0.42!alice`,
  `${usage}!!${left}!§!10.0.0.42!alice`,
  `${usage}!!${left}!WS-0042 (§)!10.0.0.42!alice`,
  `${usage}!!${left}!WS-0042 (§-0a00002a.1)!10.0.0.42!alice`,
  `${usage}!!${left}!WS-0042 (41A0000000000001-§.1)!10.0.0.42!alice`,
  `${usage}!!${left}!WS-0042 (41A0000000000001-0a00002a.§)!10.0.0.42!alice`,
  `${usage}!!${left}!${client}!§!alice`,
  `${usage}!!${left}!${client}!10.0.0.42!§`,
  `${usage}!!${left}!${client}!10.0.0.42!a!§!b!A!§!B@CORP.S-1-5-21-1-2-3-1001.${machine}`,
  `${usage}!!${left}!${account}!§`,
  `${usage}!!${left}!${account}!§@CORP.S-1-5-21-1-2-3-1001.${machine}`,
  `${usage}!!${left}!${account}!ALICE@§.S-1-5-21-1-2-3-1001.${machine}`,
  `${usage}!!${left}!${account}!ALICE@CORP.§.${machine}`,
  `${usage}!!${left}!${account}!ALICE@CORP.§.0A00002A.1.§`,
  `${usage}!!${left}!${account}!ALICE!C:\\Users\\§\\CNEXT.exe ( 11168)!6.424!0`,
  `${usage}!!${left}!${account}!ALICE!/home/§/§.sh!6.424!0`,
  `${usage}!!${left}!${account}!ALICE!\\\\§\\share\\bin!§!x.exe!6.424!0`,
  `${usage}!!${left}!${account}!ALICE!C:\\CNEXT.exe!§!0`,
  `${usage}!!${left}!${account}!ALICE!C:\\CNEXT.exe!6.424!§`,
  `${usage}!§`,
  `${stamp} W LICENSESERV § not granted, ${from}|bob )`,
  `${denial}, §`,
  `${denial}, § is above the limit§of ( from client ${client} )`,
  `${denial}, no more available license ( from client § )`,
  `${denial}, no more available license ( from client § (§)/§|§|§|§|C:\\§\\CNEXT.exe|§ )`,
  `${denial}, ${from}|§`,
  `${denial}, ${from}|bob|§|MD2|C:\\Users\\§ )`,
  `${denial}, ${from}|bob|C:\\home\\§|§ )`,
  `${denial} to §`,
  `${stamp} I STARTSERVER Server version §`,
  `${stamp} I STARTSERVER § Server version 6.425.4 built on §`,
  `${stamp} I INITSERVER  Server version § built on 230502184536`,
  `${stamp} I INITSERVER  Initializing license server on C:\\§\\LicenseServer args [-host, §]`,
  `${stamp} I INITSERVER  ComputerId §`,
  `${stamp} E INITSERVER  Cannot retrieve data from § on port 4084(Unknown host)`,
  `${stamp} I INITSERVER  License server already initialized on /var/§/LicenseServer`,
  `${stamp} I STOPSERVER  License server stopped by §`,
  `${stamp} I ADMINSERVER Administration connection started from §`,
  `${stamp} I ADMINSERVER § command issued`,
  `${stamp} E STATISTICS  Fail to upload file /home/§/x.stat : java.net.SocketException: §`,
  `${stamp} W MONITORING  user §@§ (CORP\\§) <§> "§" [§] {§} host=§, ip:§; #§`,
  `${stamp} X NEW_1 §`,
  `${stamp} §`,
  `${stamp}§`,
  `2025/13/45 08:01:13:027 I USGTRACING  Grant!!§`,
  `2025/05/19 08:01 I USGTRACING  Grant!!${left}!§ (41A0)!§!§`,
  '\tat com.§.Main.run(§.java:12)',
  'com.§.Uploader$§Exception: § refused',
  'Caused by: java.net.UnknownHostException: §',
  'Exception in thread "§" §Error: file:///home/§/x',
  '§',
  '   § §',
  'torn!10.0.0.42!§!§@CORP',
];

/** Replaced whole: what is searched for is what was planted, whatever the case. */
function findSurvivors(line: string, secrets: readonly string[], anonymiser: Anonymiser): string[] {
  const copy = anonymiser.anonymiseLine(line).toLowerCase();
  return secrets.filter((secret) => copy.includes(secret.toLowerCase()));
}

const planted = {
  user: 'zoltanka',
  'user in capitals': 'ZOLTANKA',
  'name with accents': 'Zoé-Ünal',
  'name of another script': 'Зоя',
  'name in ideographs': '佐藤花子',
  host: 'ZOLA-WS-0417',
  'domain name': 'zoneworks.example',
  'mail address': 'zora.zobel@zobelwerk.example',
  IPv4: '172.24.9.77',
  'IPv4 in hexadecimal': 'ac18094d',
  IPv6: '2001:db8:7c::4d',
  'whole IPv6': '2001:db8:0:1:2:3:4:4d5e',
  'hardware id': '43B7189D67F4F3A9',
  'session id': '200001848B1ADA21',
  'server id': 'KLB-42D614510658D14D',
  SID: 'S-1-5-21-3623811015-3361044348-30300820-1013',
  'customer id': '200000000000123',
  'hardware address': '00:1A:2B:3C:4D:5E',
  uuid: '5e756a80-1c80-478d-b83a-1d5913677621',
};

describe('what names somebody', () => {
  it.each(Object.entries(planted))('survives nowhere: %s', (_, secret) => {
    const survivors = places.filter((place) => {
      const line = place.replaceAll('§', secret);
      return findSurvivors(line, [secret], new Anonymiser('key')).length > 0;
    });
    expect(survivors).toEqual([]);
  });

  it('survives nowhere when everything is planted at once, in one run', () => {
    const anonymiser = new Anonymiser('key');
    const secrets = Object.values(planted);
    for (const place of places) {
      for (const secret of secrets) {
        const line = place.replaceAll('§', secret);
        expect(findSurvivors(line, secrets, anonymiser)).toEqual([]);
      }
    }
  });

  it('survives nowhere, whatever the name', () => {
    // No token has a vowel, so none can be one of these names by chance.
    const word = fc
      .tuple(fc.stringMatching(/^[a-z]{4,10}$/), fc.stringMatching(/^(?:[\dé_]|-\d{1,4})?$/))
      .map(([letters, end]) => `zo${letters}${end}`);
    const name = fc.array(word, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        name,
        fc.constantFrom(' ', '.', '!', '|', '@', '\\', '/', ' (', '\u202e', "'", ','),
        fc.boolean(),
        (place, words, separator, isCapital) => {
          const text = words.join(separator);
          const line = place.replaceAll('§', () => (isCapital ? text.toUpperCase() : text));
          expect(findSurvivors(line, words, new Anonymiser('key'))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('survives nowhere, whatever the address or id', () => {
    const hex = (length: number) =>
      fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length });
    const ids = fc.oneof(
      fc.ipV4().filter((ip) => !ip.startsWith('10.')),
      fc.ipV6().filter((ip) => !/^[\d.:]*$/.test(ip) && ip.length > 8 && !ip.startsWith('::ffff')),
      hex(16).map((digits) => digits.join('')),
      hex(16).map((digits) => `KLB-${digits.join('').toUpperCase()}`),
      fc.tuple(hex(16), hex(8)).map(([a, b]) => `${a.join('')}-${b.join('')}`),
      fc.nat().map((number) => `S-1-5-21-${number}-${number + 1}-7-1013`),
      fc.stringMatching(/^\d{13,15}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), ids, (place, id) => {
        const line = place.replaceAll('§', id);
        expect(findSurvivors(line, [id], new Anonymiser('key'))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
