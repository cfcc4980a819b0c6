import { writeFileSync } from 'node:fs';
import { readServer, readServers } from './read-servers';
import { useFolder } from './testing/folder';

const folder = useFolder();
const common = { LOG_TIME_ZONE: 'Europe/Paris', SERVER_NAME: 'dsls' };

/** An environment whose LOG_SERVERS names a file with this text. */
function withFile(text: string): Record<string, string> {
  writeFileSync(folder.path('servers.yaml'), text);
  return { ...common, LOG_SERVERS: folder.path('servers.yaml') };
}

const twoServers = `
servers:
  - name: paris
    directory: /logs/paris
  - name: tokyo
    directory: /logs/tokyo
    pattern: '*.log'
    zone: Asia/Tokyo
    encoding: shift_jis
    share: true
    start: end
`;

describe('readServers', () => {
  it('is the one server that the environment describes', () => {
    const [server, ...others] = readServers({ ...common, LOG_DIRECTORY: '/logs' });
    expect(server).toMatchObject({ LOG_DIRECTORY: '/logs', SERVER_NAME: 'dsls' });
    expect(others).toEqual([]);
  });

  it('reads several from a file; what is left out is as the environment says', () => {
    expect(readServers(withFile(twoServers))).toMatchObject([
      {
        SERVER_NAME: 'paris',
        LOG_DIRECTORY: '/logs/paris',
        LOG_PATTERN_FILE: 'LicenseServer*.log',
        LOG_TIME_ZONE: 'Europe/Paris',
        LOG_ON_SHARE: 'auto',
      },
      {
        SERVER_NAME: 'tokyo',
        LOG_DIRECTORY: '/logs/tokyo',
        LOG_PATTERN_FILE: '*.log',
        LOG_TIME_ZONE: 'Asia/Tokyo',
        LOG_ENCODING: 'shift_jis',
        LOG_ON_SHARE: 'true',
        LOG_START: 'end',
      },
    ]);
  });

  it.each([
    ['servers: []', /servers\.yaml: servers: names no server/],
    ['', /servers\.yaml: .*expected object/],
    ['servers:\n  - name: a', /servers\.yaml: servers\.0\.directory: /],
    ['servers:\n  - {name: a, directory: /x, zones: y}', /servers\.0: Unrecognized key: "zones"/],
    ['servers: [', /^LOG_SERVERS = .*servers\.yaml: .*line 1/],
    [
      'servers:\n  - {name: a, directory: /x, zone: Mars}',
      /servers\.yaml: a: LOG_TIME_ZONE = Mars is not an IANA/,
    ],
    [
      'servers:\n  - {name: a, directory: /x}\n  - {name: a, directory: /y}',
      /two servers are named a/,
    ],
    [
      'servers:\n  - {name: a, directory: /x, cluster: b}\n  - {name: b, directory: /y}',
      /b is the name of a server and of a cluster/,
    ],
    [
      `servers:\n${[1, 2, 3, 4].map((nth) => `  - {name: m${nth}, directory: /m${nth}, cluster: c}`).join('\n')}`,
      /cluster c has more than 3 members/,
    ],
  ])('refuses %j and says where it is wrong', (text, message) => {
    expect(() => readServers(withFile(text))).toThrow(message);
  });

  it('has no common default for what speaks of one server only', () => {
    const capacity = `
servers:
  - {name: paris, directory: /logs/paris, capacity: /capacity/paris, admin: lic-01, adminPort: 4094}
  - {name: tokyo, directory: /logs/tokyo}
`;
    const common = { CAPACITY_DIRECTORY: '/capacity', DSLICSRV_HOST: 'lic', DSLICSRV_PORT: '4095' };
    expect(readServers({ ...withFile(capacity), ...common })).toMatchObject([
      { CAPACITY_DIRECTORY: '/capacity/paris', DSLICSRV_HOST: 'lic-01', DSLICSRV_PORT: 4094 },
      { CAPACITY_DIRECTORY: '', DSLICSRV_HOST: '', DSLICSRV_PORT: 4095 },
    ]);
  });

  it('says that the file is not there', () => {
    expect(() => readServers({ LOG_SERVERS: '/no/such.yaml' })).toThrow(
      /^LOG_SERVERS = \/no\/such\.yaml: ENOENT/,
    );
  });
});

describe('readServer', () => {
  it('needs no directory where there is one server', () => {
    expect(readServer(common)).toMatchObject({ SERVER_NAME: 'dsls' });
  });

  it('chooses one of several by its name', () => {
    expect(readServer(withFile(twoServers), 'tokyo')).toMatchObject({
      LOG_TIME_ZONE: 'Asia/Tokyo',
    });
  });

  it.each([undefined, 'rome'])('says which there are when asked for %s', (name) => {
    expect(() => readServer(withFile(twoServers), name)).toThrow(
      '--server must be one of paris, tokyo',
    );
  });
});
