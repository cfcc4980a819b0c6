import type { StreamTally } from '@license-monitor/db';
import { createIngestor } from '../ingestion/create-ingestor';
import type { MonitorSettings } from '../settings';
import { Stores } from '../stores';
import type { ByteTotals } from '../tailing/follow-options';
import { FollowCounters } from '../tailing/follow-counters';
import { LogFollower } from '../tailing/log-follower';
import { toSweepLimits } from '../upkeep/sweep-limits';
import { archiveFileSystem } from './archive-file-system';
import { checkLogFiles, findLogFiles } from './find-log-files';
import { keepHeapLean } from './lean-heap';

/** What an import did. */
export interface ImportSummary extends StreamTally {
  readonly files: number;
  readonly openSessions: number;
  /** Closed by assumption: they could no longer be alive when the last line was written. */
  readonly closedSessions: number;
}

export type ImportSettings = Omit<MonitorSettings, 'LOG_DIRECTORY'>;

/**
 * Back-fills old logs, oldest first, through the same steps as the live follower. What is in the
 * history already is refused, so importing again adds nothing, and an import that was interrupted
 * goes on where it stopped.
 *
 * @param paths files, directories, `.gz`.
 * @throws PathError when no file is found, or one is no log; HistoryInUse when a monitor is writing the history.
 */
export async function importLogs(
  settings: ImportSettings,
  paths: readonly string[],
  onProgress: (totals: ByteTotals) => void,
): Promise<ImportSummary> {
  keepHeapLean();
  const files = await findLogFiles(archiveFileSystem, paths, settings.LOG_PATTERN_FILE);
  await checkLogFiles(files);
  const stores = await Stores.open(settings, 'an import');
  try {
    const serverId = await stores.addServer(settings);
    const ingestor = createIngestor(stores, new Map([[serverId, settings]]));
    const follower = new LogFollower(archiveFileSystem, stores.history, ingestor, {
      serverId,
      listFiles: async () => ({ files, faults: [] }),
      isImport: true,
      start: 'beginning',
      isShare: false,
      now: Date.now,
      counters: new FollowCounters(),
    });
    await ingestor.catchUpLive();
    await follower.resume();
    await follower.sweep(async (totals) => onProgress(totals));
    await ingestor.rebuildLiveStore();
    if (follower.trouble !== undefined) throw follower.trouble;
    const closedSessions = await ingestor.sweepImported(serverId, toSweepLimits(settings));
    await stores.history.learn();
    const openSessions = stores.history.sessions.openCount;
    return { ...ingestor.tally, files: files.length, openSessions, closedSessions };
  } finally {
    await stores.close();
  }
}
