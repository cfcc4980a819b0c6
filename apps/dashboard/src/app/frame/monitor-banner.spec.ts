import { aHealth, aServer } from '../../testing/samples';
import { toMonitorBanners } from './monitor-banner';

const bannersOf = (patch: Parameters<typeof aServer>[0]) =>
  toMonitorBanners(aHealth({ servers: [aServer(patch)] }));

describe('toMonitorBanners', () => {
  it('says nothing while all is well', () => expect(bannersOf({})).toEqual([]));

  it('says how far the monitor has caught up', () => {
    expect(bannersOf({ state: 'catchingUp', bytesRead: 1_190_000_000 })).toEqual([
      expect.objectContaining({
        title: 'Catching up',
        text: 'Read 1.2 of 3.4 GB, 35 %; the live view is usable meanwhile.',
        progress: 0.35,
      }),
    ]);
  });

  it('says where it waits', () => {
    expect(bannersOf({ state: 'waiting' })[0]?.text).toBe(
      'Nothing to read yet in /var/dsls/logs (LicenseServer*.log).',
    );
  });

  it('passes on what is wrong and how to mend it', () => {
    const [banner] = bannersOf({ state: 'degraded', problem: 'Grant read access.' });
    expect(banner).toMatchObject({
      title: 'Degraded',
      problem: 'Grant read access.',
      progress: null,
    });
    expect(bannersOf({ state: 'stopped' })[0]?.title).toBe('The monitor is stopped');
  });
});
