import { aServer } from '../../testing/samples';
import { bytesBehind, describeBehind, mendOf } from './server-state';

describe('mendOf', () => {
  it('passes on what the monitor says', () => {
    expect(mendOf(aServer({ state: 'degraded', problem: 'Grant read access.' }))).toBe(
      'Grant read access.',
    );
  });

  it('says where it waits, and nothing while all is well', () => {
    expect(mendOf(aServer({ state: 'waiting' }))).toContain('/var/dsls/logs (LicenseServer*.log)');
    expect(mendOf(aServer())).toBe('');
  });
});

describe('bytesBehind', () => {
  it('is what is left to read', () => {
    const server = aServer({ bytesTotal: 5_000, bytesRead: 2_000 });
    expect(bytesBehind(server)).toBe(3_000);
    expect(describeBehind(server)).toBe('3.0 kB');
  });

  it('is not known of a monitor that never reported', () => {
    expect(describeBehind(aServer({ reportedAt: null, bytesTotal: 0, bytesRead: 0 }))).toBe(
      'unknown',
    );
  });
});
