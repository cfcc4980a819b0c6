import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Monitor } from './following/monitor';
import { StatusReporter } from './following/status-reporter';
import { createIngestor } from './ingestion/create-ingestor';
import type { MonitorSettings } from './settings';
import type { Stores } from './stores';
import { nodeFileSystem } from './tailing/file-system';
import { listLogFiles, toNameTest } from './tailing/list-log-files';
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

function createMonitor(settings: MonitorSettings, stores: Stores): Monitor {
  const { LOG_DIRECTORY, LOG_PATTERN_FILE, LOG_START, SERVER_NAME } = settings;
  const { history, serverId } = stores;
  const { ingestor, decoder } = createIngestor(settings, stores);
  const isLogName = toNameTest(LOG_PATTERN_FILE);
  const about = { server: SERVER_NAME, logDirectory: LOG_DIRECTORY, logPattern: LOG_PATTERN_FILE };
  const follower = new LogFollower(nodeFileSystem, history, ingestor, {
    serverId,
    listFiles: () => listLogFiles(nodeFileSystem, LOG_DIRECTORY, isLogName),
    notesMissing: true,
    start: LOG_START,
    decoder,
  });
  const reporter = new StatusReporter(ingestor, about, Date.now);
  return new Monitor(settings, follower, ingestor, reporter);
}
