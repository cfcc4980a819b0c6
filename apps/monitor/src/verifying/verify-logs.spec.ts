import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DataSource } from 'typeorm';
import { HistoryReader } from '@license-monitor/db';
import { importLogs } from '../importing/import-logs';
import { startChild } from '../testing/child';
import { useFolder } from '../testing/folder';
import { grantLine } from '../testing/log-lines';
import { query } from '../testing/query';
import { testSettings } from '../testing/settings';
import { writeSimulatedLogs } from '../testing/simulated-logs';
import { verifyLogs, type Verification } from './verify-logs';

const folder = useFolder();
const script = join(__dirname, '../../dist/cli.js');
const log = () => folder.path('logs', 'LicenseServer1.log');

async function importAll(): Promise<void> {
  await importLogs(testSettings(folder.path), [folder.path('logs')], () => undefined);
}

async function verify(): Promise<Verification> {
  const history = await HistoryReader.open(folder.path('history.db'));
  try {
    return await verifyLogs(history, testSettings(folder.path), [folder.path('logs')]);
  } finally {
    await history.close();
  }
}

/** Packs the log as an operator does, and takes the plain one away. */
function pack(): void {
  writeFileSync(`${log()}.gz`, gzipSync(readFileSync(log())));
  rmSync(log());
}

/** Lines of the history that have a stamp of their own. */
async function countStamped(): Promise<number> {
  const [row] = await query<{ n: number }>(
    folder.path('history.db'),
    `SELECT (SELECT COUNT(*) FROM license_events)
       + (SELECT COUNT(*) FROM server_messages WHERE level IS NOT NULL) AS n`,
  );
  return row?.n ?? 0;
}

/** Does to the history what only a fault, or a hand, could do. */
async function damage(sql: string): Promise<void> {
  const history = new DataSource({ type: 'sqlite', database: folder.path('history.db') });
  await history.initialize();
  const triggers = await history.query<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type = 'trigger'",
  );
  for (const { name } of triggers) await history.query(`DROP TRIGGER ${name}`);
  await history.query(sql);
  await history.destroy();
}

describe('a history', () => {
  it.each(['A', 'B'] as const)(
    'of simulated weeks over a clock change is what the logs say: variant %s',
    async (variant) => {
      await writeSimulatedLogs(folder.path('logs'), {
        from: '2025-10-24T22:00:00Z',
        to: '2025-10-28T22:00:00Z',
        variant,
        seed: 3,
      });
      await importAll();
      const found = await verify();
      expect(found.examples).toEqual([]);
      expect(found.lines).toBe(await countStamped());
    },
  );

  it('is held against logs that were compressed since', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), grantLine(1) + grantLine(2));
    await importAll();
    pack();
    expect(await verify()).toMatchObject({ files: 1, lines: 2, differences: 0 });
  });

  it('of odd lines is what the logs say: no stamps, continuations, equal lines, copies', async () => {
    mkdirSync(folder.path('logs'));
    const text = [
      'garbage\n\tat a.b(C.java:1)\n',
      grantLine(1) + grantLine(1) + '\tat a.b(C.java:1)\n\tat a.b(C.java:1)\n' + grantLine(1),
      grantLine(2, { user: 'Chloé' }) + grantLine(3, { user: 'CHLOÉ' }),
      '2025/13/01 08:00:00:000 I X y\n',
      grantLine(4).replace('2025/', '2999/'),
    ].join('');
    writeFileSync(log(), `${text}unfinished`);
    writeFileSync(folder.path('logs', 'LicenseServer0.log'), text + grantLine(5));
    await importAll();
    expect(await verify()).toEqual({ files: 2, lines: 11, differences: 0, examples: [] });
  });
});

describe('what differs from the logs', () => {
  beforeEach(async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(log(), grantLine(1) + grantLine(2, { user: 'bob' }));
    await importAll();
  });

  it.each([
    ['a line that is missing', 'DELETE FROM license_events WHERE id = 2', 'is not in the history'],
    ['a time', 'UPDATE license_events SET at = at + 1 WHERE id = 2', /^at is \d+, not \d+$/],
    ['a type', 'UPDATE license_events SET type = 1 WHERE id = 2', 'type is detachment, not grant'],
    ['a name', "UPDATE users SET name = 'x' WHERE name = 'bob'", 'user is x, not bob'],
    ['a count', 'UPDATE license_events SET quantity = 7 WHERE id = 2', 'quantity is 7, not 1'],
  ])('is told with its place: %s', async (_, sql, what) => {
    await damage(sql);
    const found = await verify();
    const place = { path: log(), byteOffset: grantLine(1).length };
    expect(found).toEqual({
      files: 1,
      lines: 2,
      differences: 1,
      examples: [{ ...place, what: expect.stringMatching(what) as string }],
    });
  });

  it('makes the command fail, and what does not differ makes it succeed', async () => {
    const run = async () => {
      const child = startChild(script, ['verify', folder.path('logs')], {
        HISTORY_DB: folder.path('history.db'),
        LIVE_DB: folder.path('license_manager.db'),
        LOG_TIME_ZONE: 'Europe/Paris',
      });
      return [await child.ended, child.output().trim().split('\n')];
    };
    expect(await run()).toEqual([0, ['2 lines of 1 files: 0 differ from the history']]);
    appendFileSync(log(), grantLine(3));
    expect(await run()).toEqual([
      2,
      [
        `${log()} at byte ${(grantLine(1) + grantLine(2, { user: 'bob' })).length}: is not in the history`,
        '3 lines of 1 files: 1 differ from the history',
      ],
    ]);
  });
});
