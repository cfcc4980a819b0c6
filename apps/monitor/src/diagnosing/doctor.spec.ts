import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { importLogs } from '../importing/import-logs';
import { startChild } from '../testing/child';
import { useFolder } from '../testing/folder';
import { grantLine } from '../testing/log-lines';
import { testSettings } from '../testing/settings';
import { diagnose } from './doctor.command';

const folder = useFolder();
const log = (name = 'LicenseServer1.log') => folder.path('logs', name);
const settings = (over: Readonly<Record<string, string>> = {}) => testSettings(folder.path, over);
const stopped = '2025/05/19 03:00:00:000 I STOPSERVER  License server stopped\n';

/** What is not in order. */
async function findTrouble(over?: Readonly<Record<string, string>>): Promise<string[]> {
  const findings = await diagnose([settings(over)]);
  return findings.flatMap(({ level, what, mend }) =>
    level === 'ok' ? [] : [`${level}: ${what} ${mend}`],
  );
}

/** Grants whose session ids say that the sessions began a minute before, in a zone. */
function grantsOf(offsetHours: number): string {
  return Array.from({ length: 10 }, (_, at) => {
    const line = grantLine(60 * at);
    const wall = Date.UTC(2025, 4, 19, 8) + 60_000 * at;
    const begun = wall - offsetHours * 3_600_000 - 60_000;
    return line.replace(
      /!MD2![\dA-F]{16}!/,
      `!MD2!${begun.toString(16).toUpperCase().padStart(16, '0')}!`,
    );
  }).join('');
}

describe('doctor', () => {
  it('finds nothing wrong with a site where all is well', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), grantsOf(2));
    await importLogs(settings(), [folder.path('logs')], () => undefined);
    expect(await findTrouble()).toEqual([]);
    const told = (await diagnose([settings()])).map(({ what }) => what).join('\n');
    expect(told).toContain('1 files in');
    expect(told).toContain('Use is traced: 10 grants');
    expect(told).toContain('LOG_TIME_ZONE = Europe/Paris fits');
    expect(told).toMatch(/Every one of the [\d,]+ bytes that were read is accounted for/);
    expect(told).toContain(`Node ${process.versions.node}`);
  });

  it('says that the directory is not there', async () => {
    expect(await findTrouble()).toEqual([
      expect.stringMatching(/^fault: The logs cannot be read\. .*logs does not exist\. Create it/),
    ]);
  });

  it('says that no file matches', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log('other.txt'), stopped);
    expect(await findTrouble()).toEqual([
      expect.stringMatching(/^warning: No file in .* matches LicenseServer\*\.log\. .*LOG_PATTERN/),
    ]);
  });

  it('says that use is not traced, and where to switch it on', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), stopped);
    expect(await findTrouble()).toEqual([
      expect.stringMatching(/^warning: .* 1 lines and no use .*License usage tracing, choose all/),
    ]);
  });

  it.each([
    ['America/New_York', '6 h further east'],
    ['Asia/Tokyo', '7 h further west'],
  ])('says that the zone %s may be wrong, and by how much', async (zone, words) => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), grantsOf(2));
    const [trouble] = await findTrouble({ LOG_TIME_ZONE: zone });
    expect(trouble).toContain(words);
  });

  it('says that a file is no log', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), grantsOf(2));
    writeFileSync(log('LicenseServer0.log'), Buffer.from([1, 0, 2, 10]));
    expect(await findTrouble()).toEqual([
      expect.stringMatching(/^warning: .*LicenseServer0\.log is no log .*\(opaque\)/),
    ]);
  });

  it('says how many lines were not understood, and that bytes are missing', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), `garbage\n${grantsOf(2)}`);
    await importLogs(settings(), [folder.path('logs')], () => undefined);
    const history = new DataSource({ type: 'sqlite', database: folder.path('history.db') });
    await history.initialize();
    await history.query('UPDATE log_streams SET event_bytes = event_bytes - 7');
    await history.destroy();
    expect(await findTrouble()).toEqual([
      expect.stringMatching(/^fault: 7 bytes that were read are in no class\. .*verify/),
      expect.stringMatching(/^warning: 1 lines were not understood\. /),
    ]);
  });

  it('ends with 2 on a fault and with 0 without', async () => {
    const run = async () => {
      const child = startChild(join(__dirname, '../../dist/cli.js'), ['doctor'], {
        LOG_DIRECTORY: folder.path('logs'),
        HISTORY_DB: folder.path('history.db'),
        LIVE_DB: folder.path('license_manager.db'),
        LOG_TIME_ZONE: 'Europe/Paris',
      });
      return [await child.ended, child.output().split('\n')[0]] as const;
    };
    expect(await run()).toEqual([2, '✗ The logs cannot be read.']);
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), grantsOf(2));
    expect((await run())[0]).toBe(0);
  });
});
