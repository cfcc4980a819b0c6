import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { importLogs } from '../importing/import-logs';
import { rebuild } from '../rebuilding/rebuild.command';
import { startChild, until, type Child } from '../testing/child';
import { useFolder } from '../testing/folder';
import { countLostBytes, query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';

/** Kills of one round: in the long run, logs of a round stay few enough to be read in between. */
const KILLS = 40;
const ROUNDS = Math.ceil(Number(process.env['CRASH_KILLS'] ?? KILLS) / KILLS);
/** A kill comes at a random moment up to this long after the first commit, in milliseconds. */
const LATEST_KILL_MS = 300;

const folder = useFolder();
const monitorScript = join(__dirname, '../../dist/main.js');
const writerScript = join(__dirname, '../testing/log-writer.cjs');

const startMonitor = (): Child =>
  startChild(monitorScript, [], {
    LOG_DIRECTORY: folder.path('logs'),
    HISTORY_DB: folder.path('history.db'),
    LIVE_DB: folder.path('license_manager.db'),
    LOG_TIME_ZONE: 'Europe/Paris',
    POLL_INTERVAL: '0.05',
  });

const readEvents = (file: string) =>
  query<Record<string, unknown>>(
    file,
    `SELECT e.wall_at, e.at, e.type, e.session_id, e.occurrence, u.name AS user, c.computer_id
       FROM license_events e JOIN users u ON u.id = e.user_id JOIN clients c ON c.id = e.client_id
     ORDER BY e.wall_at, e.line_hash, e.occurrence`,
  );

const readSessions = (file: string) =>
  query<Record<string, unknown>>(
    file,
    `SELECT session_id, started_at, ended_at, closed_by FROM license_sessions
     ORDER BY session_id, started_at, ended_at`,
  );

/** The numbers that the writer put at the end of its lines, as a plain search finds them. */
function numbersInLogs(): number[] {
  return readdirSync(folder.path('logs'))
    .flatMap((name) =>
      [...readFileSync(folder.path('logs', name), 'utf8').matchAll(/!(\d+)\n/g)].map(([, number]) =>
        Number(number),
      ),
    )
    .sort((a, b) => a - b);
}

/** Events in the history; none while there is no history, or its tables are being made. */
async function countEvents(): Promise<number> {
  const file = folder.path('history.db');
  if (!existsSync(file)) return 0;
  const rows = await query<{ n: number }>(file, 'SELECT COUNT(*) AS n FROM license_events').catch(
    () => [],
  );
  return rows[0]?.n ?? 0;
}

describe('a monitor that is killed again and again', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'loses nothing and repeats nothing while a server rotates its log in every way: round %i',
    async (round) => {
      mkdirSync(folder.path('logs'));
      const writer = startChild(writerScript, [folder.path('logs')]);
      const moments = fc.sample(fc.integer({ min: 0, max: LATEST_KILL_MS }), {
        numRuns: KILLS,
        seed: 40 * round,
      });
      let livesWithProgress = 0;
      for (const [index, momentMs] of moments.entries()) {
        const before = await countEvents();
        const monitor = startMonitor();
        // Every fourth is killed while it starts, the others while they read.
        if (index % 4 !== 3) await until(async () => (await countEvents()) > before);
        await new Promise((resolve) => setTimeout(resolve, momentMs));
        monitor.process.kill('SIGKILL');
        expect(await monitor.ended).toBe('SIGKILL');
        if ((await countEvents()) > before) livesWithProgress++;
      }
      // Kills that all came before the first commit would prove nothing.
      expect(livesWithProgress).toBeGreaterThanOrEqual((KILLS * 3) / 4);
      writer.process.kill('SIGTERM');
      await writer.ended;
      const written = Number(writer.output());

      const last = startMonitor();
      await until(async () => (await countEvents()) >= written);
      last.process.kill('SIGTERM');
      await last.ended;

      expect(numbersInLogs()).toEqual(Array.from({ length: written }, (_, number) => number));
      expect(await countEvents()).toBe(written);
      // The oracle reads the same files in one go, into stores of its own.
      const oracle = testSettings(folder.path, {
        HISTORY_DB: folder.path('oracle.db'),
        LIVE_DB: folder.path('oracle-live.db'),
      });
      await importLogs(oracle, [folder.path('logs')], () => undefined);
      expect(await readEvents(folder.path('history.db'))).toEqual(
        await readEvents(oracle.HISTORY_DB),
      );
      expect(await readSessions(folder.path('history.db'))).toEqual(
        await readSessions(oracle.HISTORY_DB),
      );
      const withoutIds = (rows: Record<string, unknown>[]) =>
        rows.map(({ product, user, host }) => ({ product, user, host }));
      expect(withoutIds(await readActive(folder.path('license_manager.db')))).toEqual(
        withoutIds(await readActive(oracle.LIVE_DB)),
      );
      expect(await countLostBytes(folder.path('history.db'))).toBe(0);
      // What was folded line by line is what a fold of the whole history gives.
      const folded = await readSessions(folder.path('history.db'));
      const live = await readActive(folder.path('license_manager.db'));
      await rebuild(testSettings(folder.path));
      expect(await readSessions(folder.path('history.db'))).toEqual(folded);
      expect(await readActive(folder.path('license_manager.db'))).toEqual(live);
      expect(await query(folder.path('history.db'), 'PRAGMA integrity_check')).toEqual([
        { integrity_check: 'ok' },
      ]);
    },
    600_000 + 10_000 * KILLS,
  );
});
