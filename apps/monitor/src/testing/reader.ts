import type { LogStream } from '@license-monitor/db';
import { createIngestor } from '../ingestion/create-ingestor';
import type { Ingestor } from '../ingestion/ingestor';
import type { MonitorSettings } from '../settings';
import { Stores } from '../stores';
import type { FileFault } from '../tailing/file-fault';
import { nodeFileSystem, type FileSystem } from '../tailing/file-system';
import { FollowCounters } from '../tailing/follow-counters';
import { listLogFiles, toNameTest } from '../tailing/list-log-files';
import { LogFollower } from '../tailing/log-follower';

/** A follower with its stores, driven by hand: one sweep at a time. */
export interface TestReader {
  readonly stores: Stores;
  readonly ingestor: Ingestor;
  /** Looks once; after a failure it takes up where the history stands, as the monitor does. */
  sweep(): Promise<void>;
  streams(): Promise<LogStream[]>;
  /** What keeps a single file from being read. */
  trouble(): FileFault | undefined;
  close(): Promise<void>;
}

export async function startReader(
  settings: MonitorSettings,
  fileSystem: FileSystem = nodeFileSystem,
  clock: { readonly now: () => number } = Date,
): Promise<TestReader> {
  const stores = await Stores.open(settings, 'a test');
  const serverId = await stores.addServer(settings);
  const ingestor = createIngestor(stores, new Map([[serverId, settings]]));
  const isLogName = toNameTest(settings.LOG_PATTERN_FILE);
  const follower = new LogFollower(fileSystem, stores.history, ingestor, {
    serverId,
    listFiles: () => listLogFiles(fileSystem, settings.LOG_DIRECTORY, isLogName),
    isImport: false,
    start: settings.LOG_START,
    isShare: settings.LOG_ON_SHARE === 'true',
    now: clock.now,
    counters: new FollowCounters(),
  });
  await ingestor.catchUpLive();
  let mustResume = true;
  return {
    stores,
    ingestor,
    sweep: async () => {
      if (mustResume) await follower.resume();
      mustResume = true;
      await follower.sweep(async () => undefined);
      mustResume = false;
    },
    streams: () => stores.history.loadStreams(serverId),
    trouble: () => follower.trouble,
    close: async () => {
      await follower.close();
      await stores.close();
    },
  };
}
