import { testSettings } from '../testing/settings';
import { checkCapacitySettings, toEntitledServers } from './create-collector';

const settings = (over: Readonly<Record<string, string>> = {}) =>
  testSettings((...parts) => parts.join('/'), over);
const polling = { CAPACITY_POLL_MINUTES: '60', DSLICSRV_COMMAND: '/opt/DSLicSrv' };

describe('the settings of capacity', () => {
  it('are in order where the tool is not to be asked', () => {
    expect(() => checkCapacitySettings([settings()])).not.toThrow();
  });

  it('are in order where it is said which tool asks which host', () => {
    const one = settings({ ...polling, DSLICSRV_HOST: 'lic-01' });
    expect(() => checkCapacitySettings([one])).not.toThrow();
    expect(() => checkCapacitySettings([settings(polling), one])).not.toThrow();
  });

  it('are refused where the tool or every host is missing', () => {
    const noTool = settings({ CAPACITY_POLL_MINUTES: '60', DSLICSRV_HOST: 'lic-01' });
    expect(() => checkCapacitySettings([noTool])).toThrow('DSLICSRV_COMMAND is missing');
    expect(() => checkCapacitySettings([settings(polling)])).toThrow('DSLICSRV_HOST is missing');
  });

  it.each([
    [{ CAPACITY_POLL_MINUTES: '1' }, 'CAPACITY_POLL_MINUTES = 1 is neither 0 nor at least 5'],
    [{ DSLICSRV_HOST: 'lic-01;quit' }, 'DSLICSRV_HOST = lic-01;quit is not the name of a host'],
    [{ DSLICSRV_HOST: 'lic-01 4085' }, 'DSLICSRV_HOST = lic-01 4085 is not the name of a host'],
    [{ DSLICSRV_PORT: '0' }, 'DSLICSRV_PORT = 0 is below 1'],
  ])('are refused where they are %j', (over: Readonly<Record<string, string>>, words) => {
    expect(() => settings(over)).toThrow(words);
  });

  it('hold a password of one line: what is behind it would be commands', () => {
    expect(settings({ DSLICSRV_PASSWORD: 'sesame\nquit' }).DSLICSRV_PASSWORD).toBe('sesame');
  });
});

describe('the servers that entries of the file kept by hand are of', () => {
  it('are clusters and the servers that stand alone, each once', () => {
    const servers = toEntitledServers([
      settings({ SERVER_NAME: 'lic-a', SERVER_CLUSTER: 'design' }),
      settings({ SERVER_NAME: 'lic-b', SERVER_CLUSTER: 'design' }),
      settings({ SERVER_NAME: 'tokyo', LOG_TIME_ZONE: 'Asia/Tokyo' }),
    ]);
    expect(servers.map(({ name, zone }) => [name, zone.zone])).toEqual([
      ['design', 'Europe/Paris'],
      ['tokyo', 'Asia/Tokyo'],
    ]);
  });
});
