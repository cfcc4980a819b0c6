import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellReports } from '../testing/capacity';
import { startChild } from '../testing/child';
import { useFolder } from '../testing/folder';
import { toolOutput, usageTable } from '../testing/tool-output';

const folder = useFolder();
const environment = () => ({
  HISTORY_DB: folder.path('history.db'),
  LIVE_DB: folder.path('license_manager.db'),
  LOG_TIME_ZONE: 'Europe/Paris',
});

describe('license-monitor capacity', () => {
  const run = async (...args: readonly string[]) => {
    const child = startChild(
      join(__dirname, '../../dist/cli.js'),
      ['capacity', ...args],
      environment(),
    );
    return [await child.ended, child.output().replaceAll(folder.path(), '')] as const;
  };

  it('keeps what files say, and says what that is', async () => {
    writeFileSync(folder.path('2025-05-19.csv'), toolOutput(usageTable({}, { product: 'KIN' })));
    writeFileSync(folder.path('other.csv'), toolOutput(usageTable({})));
    expect(await run(folder.path('2025-05-19.csv'))).toEqual([
      0,
      '/2025-05-19.csv: usageCsv of 2025-05-19T00:00:00: 2 pools of 2 products, new\n',
    ]);
    expect(await run(folder.path('other.csv'), '--taken-at', '2025-06-01T06:30Z')).toEqual([
      0,
      '/other.csv: usageCsv of 2025-06-01T08:30:00: 1 pools of 1 products, new\n',
    ]);
    expect(await run(folder.path('other.csv'), '--taken-at', '2025-06-01T08:30')).toEqual([
      0,
      '/other.csv: usageCsv of 2025-06-01T08:30:00: 1 pools of 1 products, known already\n',
    ]);
    expect(await tellReports(folder.path('history.db'))).toEqual([
      'dsls usageCsv: MD2 5, KIN 5',
      'dsls usageCsv: MD2 5',
    ]);
  });

  it('ends with 1 where a file is no answer, and keeps the others of its directory', async () => {
    mkdirSync(folder.path('outputs'));
    writeFileSync(folder.path('outputs', 'a.csv'), toolOutput(usageTable({})));
    writeFileSync(folder.path('outputs', 'b.txt'), 'hello\n');
    const [code, output] = await run(folder.path('outputs'));
    expect(code).toBe(1);
    expect(output).toMatch(/\/outputs\/a\.csv: usageCsv of .*, new\n/);
    expect(output).toMatch(/\/outputs\/b\.txt: nothing was read: notAdminOutput hello\n/);
    expect(await tellReports(folder.path('history.db'))).toEqual(['dsls usageCsv: MD2 5']);
  });

  it('refuses a time that is none', async () => {
    const [code, output] = await run('x.csv', '--taken-at', 'yesterday');
    expect(code).toBe(1);
    expect(output).toContain('It is no time such as 2025-05-19T08:00');
  });
});
