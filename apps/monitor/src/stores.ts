import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  describeHolder,
  HistoryWriter,
  LiveWriter,
  WriterLock,
  type StoreSettings,
} from '@license-monitor/db';
import type { MonitorSettings } from './settings';

type ServerSettings = Pick<
  MonitorSettings,
  'SERVER_NAME' | 'SERVER_CLUSTER' | 'LOG_TIME_ZONE' | 'DEMO_DATA'
>;

/** Everything the one writer holds open. */
export class Stores {
  private constructor(
    /** Of the files; in PostgreSQL each server is claimed by itself. */
    private readonly lock: WriterLock | undefined,
    readonly history: HistoryWriter,
    readonly live: LiveWriter,
  ) {}

  /**
   * Takes the history for writing and opens both stores.
   *
   * @param purpose what this process does, for whoever finds the history taken.
   * @throws HistoryInUse when another process writes the files.
   */
  static async open(settings: StoreSettings, purpose: string): Promise<Stores> {
    const { DATABASE_URL, HISTORY_DB, LIVE_DB } = settings;
    if (DATABASE_URL !== undefined) {
      const history = await HistoryWriter.open(DATABASE_URL, describeHolder(purpose));
      return new Stores(undefined, history, LiveWriter.beside(history));
    }
    for (const file of [HISTORY_DB, LIVE_DB]) mkdirSync(dirname(file), { recursive: true });
    const lock = await WriterLock.acquire(HISTORY_DB, purpose);
    try {
      const history = await HistoryWriter.open(HISTORY_DB, describeHolder(purpose));
      const live = await LiveWriter.open(LIVE_DB);
      return new Stores(lock, history, live);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /**
   * Finds or adds a licence server; returns its id.
   *
   * @throws SettingsError when simulated and real data would be mixed.
   * @throws HistoryInUse when another process follows it, with the same PostgreSQL database.
   */
  addServer(settings: ServerSettings): Promise<number> {
    const { SERVER_NAME, SERVER_CLUSTER, LOG_TIME_ZONE, DEMO_DATA } = settings;
    return this.history.ensureServer({
      name: SERVER_NAME,
      timeZone: LOG_TIME_ZONE,
      isDemo: DEMO_DATA === 'true',
      cluster: SERVER_CLUSTER === '' ? null : SERVER_CLUSTER,
    });
  }

  /**
   * Closes everything. The service does not call it: a process that ends without closing leaves the
   * write-ahead log in place, and only then can an account without write access still read.
   */
  async close(): Promise<void> {
    await this.live.close();
    await this.history.close();
    await this.lock?.release();
  }
}
