import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HistoryReader, type SessionRow } from '@license-monitor/db';
import { importLogs } from '../importing/import-logs';
import { startChild } from '../testing/child';
import { useFolder } from '../testing/folder';
import { testSettings } from '../testing/settings';
import { writeSimulatedLogs } from '../testing/simulated-logs';

const folder = useFolder();
const script = join(__dirname, '../../dist/cli.js');
const YEARS_AWAY = Date.parse('2100-01-01T00:00:00Z');

async function anonymise(...args: string[]) {
  const child = startChild(script, ['anonymise', ...args], { ANONYMISE_KEY: 'secret' });
  return { code: await child.ended, output: child.output() };
}

async function simulate(): Promise<void> {
  await writeSimulatedLogs(folder.path('logs'), {
    from: '2025-10-12T22:00:00Z',
    to: '2025-10-15T22:00:00Z',
    lineEnd: '\r\n',
    seed: 7,
  });
}

async function importSessions(directory: string): Promise<SessionRow[]> {
  const settings = testSettings(folder.path, {
    HISTORY_DB: folder.path(`${directory}.history.db`),
    LIVE_DB: folder.path(`${directory}.live.db`),
  });
  await importLogs(settings, [folder.path(directory)], () => undefined);
  const reader = await HistoryReader.open(settings.HISTORY_DB);
  const sessions = await reader.sessions.overlapping(0, YEARS_AWAY);
  await reader.close();
  return sessions.sort((a, b) => a.id - b.id);
}

/** All of a session that names nobody. */
const toFacts = ({ product, quantity, startedAt, endedAt, closedBy, display }: SessionRow) => ({
  ...{ product, quantity, startedAt, endedAt, closedBy, display },
});

const names = (sessions: readonly SessionRow[]) =>
  new Set(sessions.flatMap(({ user, host }) => [user, host]));

describe('license-monitor anonymise', () => {
  it('makes copies whose sessions are those of the logs, of people nobody knows', async () => {
    await simulate();
    const { code, output } = await anonymise(folder.path('logs'), '-o', folder.path('copies'));
    expect(output).toMatch(/^[\d,]+ lines of \d files, \d+ names, addresses and ids replaced\n$/);
    expect(code).toBe(0);
    expect(readdirSync(folder.path('copies'))).toEqual(readdirSync(folder.path('logs')));
    const [originals, copies] = [await importSessions('logs'), await importSessions('copies')];
    expect(copies.map(toFacts)).toEqual(originals.map(toFacts));
    expect(originals.length).toBeGreaterThan(500);
    expect(names(copies).size).toBe(names(originals).size);
    expect([...names(copies)].filter((name) => names(originals).has(name))).toEqual([]);
  });

  it('prints one copy behind the other, of compressed logs too, and the key when asked', async () => {
    mkdirSync(folder.path('logs'));
    const line = '2025/05/19 03:00:00:000 I STOPSERVER  License server stopped by alice\n';
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), line);
    writeFileSync(folder.path('logs', 'LicenseServer2.log.gz'), gzipSync(line));
    const { output } = await anonymise(folder.path('logs'), '--print-key');
    expect(output).toMatch(
      /^(.*stopped by [g-z]{5}\n)\1key: secret\n2 lines of 2 files, 1 names, /,
    );
  });

  it('gives the same names the same tokens with the same key, others without one', async () => {
    const log = folder.path('LicenseServer1.log');
    writeFileSync(log, '2025/05/19 03:00:00:000 I STOPSERVER  stopped by alice\n');
    const run = async (...args: string[]) => (await anonymise(log, ...args)).output.split('\n')[0];
    expect(await run('--key', 'one')).toBe(await run('--key', 'one'));
    expect(await run('--key', 'one')).not.toBe(await run('--key', 'two'));
    const withoutKey = startChild(script, ['anonymise', log, '--print-key']);
    expect(await withoutKey.ended).toBe(0);
    expect(withoutKey.output()).toMatch(/^key: [\da-f]{32}$/m);
  });

  it('gives the copy of a log with a telling name another name', async () => {
    writeFileSync(folder.path('LicenseServer-paris.log'), 'x\n');
    await anonymise(folder.path('LicenseServer-paris.log'), '-o', folder.path('copies'));
    expect(readdirSync(folder.path('copies'))).toEqual([
      expect.stringMatching(/^LicenseServer-(?!paris)[g-z]{5}\.log$/),
    ]);
  });

  it('never writes over a file', async () => {
    const log = folder.path('LicenseServer1.log');
    writeFileSync(log, 'x\n');
    const { code, output } = await anonymise(log, '-o', folder.path());
    expect({ code, output }).toEqual({
      code: 1,
      output: `${log} is there already: remove it, or choose another --output\n`,
    });
    expect(readFileSync(log, 'utf8')).toBe('x\n');
  });

  it('refuses two logs of one name before it copies any', async () => {
    for (const directory of ['a', 'b']) {
      mkdirSync(folder.path(directory));
      writeFileSync(folder.path(directory, 'LicenseServer1.log'), 'x\n');
    }
    const paths = [folder.path('a'), folder.path('b')];
    const { code, output } = await anonymise(...paths, '-o', folder.path('copies'));
    expect(code).toBe(1);
    expect(output).toContain('two logs would be copied to LicenseServer1.log');
    expect(() => readdirSync(folder.path('copies'))).toThrow('ENOENT');
  });
});

describe('license-monitor import', () => {
  it('refuses files that are no logs, says what each is, and adds nothing', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), Buffer.from([1, 0, 2, 10]));
    writeFileSync(
      folder.path('TokenUsage1.log'),
      'Token/Credit license usage trace from 2025/05/19 03:00:00:000\n',
    );
    const importing = startChild(
      script,
      ['import', folder.path('logs'), folder.path('TokenUsage1.log')],
      { HISTORY_DB: folder.path('history.db'), LIVE_DB: folder.path('live.db') },
    );
    expect(await importing.ended).toBe(1);
    expect(importing.output().trim().split('\n')).toEqual([
      expect.stringMatching(/LicenseServer1\.log holds no text\. Read the text logs beside it/),
      expect.stringMatching(/TokenUsage1\.log is a trace of token and credit usage, .*encrypted/),
    ]);
    expect(readdirSync(folder.path())).not.toContain('history.db');
  });
});
