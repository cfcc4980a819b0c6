import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Monitor } from './following/monitor';
import { StatusReporter } from './following/status-reporter';
import { createIngestor } from './ingestion/create-ingestor';
import type { MonitorSettings } from './settings';
import type { Stores } from './stores';
import { nodeFileSystem, shareFileSystem } from './tailing/file-system';
import { listLogFiles, toNameTest } from './tailing/list-log-files';
import { isNetworkShare } from './tailing/is-network-share';
import { LogFollower } from './tailing/log-follower';
import { TimeoutSweepSchedule } from './upkeep/timeout-sweep.schedule';

/** Wiring only: settings and open stores in, a running monitor out. */
@Module({})
export class MonitorModule {
  static create(settings: MonitorSettings, stores: Stores): DynamicModule {
    return {
      module: MonitorModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: Monitor, useFactory: () => createMonitor(settings, stores) },
        {
          provide: TimeoutSweepSchedule,
          useFactory: (monitor: Monitor) => new TimeoutSweepSchedule(settings, monitor),
          inject: [Monitor],
        },
      ],
    };
  }
}

async function createMonitor(settings: MonitorSettings, stores: Stores): Promise<Monitor> {
  const { LOG_DIRECTORY, LOG_PATTERN_FILE, LOG_START, SERVER_NAME } = settings;
  const { history, serverId } = stores;
  const ingestor = createIngestor(settings, stores);
  const isShare = await isOnShare(settings);
  const isLogName = toNameTest(LOG_PATTERN_FILE);
  const about = { server: SERVER_NAME, logDirectory: LOG_DIRECTORY, logPattern: LOG_PATTERN_FILE };
  const fileSystem = isShare ? shareFileSystem : nodeFileSystem;
  const follower = new LogFollower(fileSystem, history, ingestor, {
    serverId,
    listFiles: () => listLogFiles(fileSystem, LOG_DIRECTORY, isLogName),
    isImport: false,
    start: LOG_START,
    isShare,
    now: () => performance.now(),
  });
  const reporter = new StatusReporter(ingestor, about, Date.now);
  return new Monitor(settings, follower, ingestor, reporter);
}

const isOnShare = async ({ LOG_ON_SHARE, LOG_DIRECTORY }: MonitorSettings): Promise<boolean> =>
  LOG_ON_SHARE === 'auto' ? isNetworkShare(LOG_DIRECTORY) : LOG_ON_SHARE === 'true';
