import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { CapacitySchedule } from './capacity/capacity.schedule';
import { createCollector } from './capacity/create-collector';
import { FollowedServer } from './following/followed-server';
import { Monitor } from './following/monitor';
import { StatusReporter } from './following/status-reporter';
import { createIngestor } from './ingestion/create-ingestor';
import { Ingestor } from './ingestion/ingestor';
import type { MonitorSettings } from './settings';
import type { Stores } from './stores';
import { FollowCounters } from './tailing/follow-counters';
import { nodeFileSystem, shareFileSystem } from './tailing/file-system';
import { isNetworkShare } from './tailing/is-network-share';
import { listLogFiles, toNameTest } from './tailing/list-log-files';
import { LogFollower } from './tailing/log-follower';
import { TimeoutSweepSchedule } from './upkeep/timeout-sweep.schedule';

/** The settings of each licence server by its id: given to what is made of them. */
const SERVERS = Symbol('servers');
type ServerMap = ReadonlyMap<number, MonitorSettings>;

/** Wiring only: settings of each licence server and open stores in, a running monitor out. */
@Module({})
export class MonitorModule {
  static create(
    settings: readonly [MonitorSettings, ...MonitorSettings[]],
    stores: Stores,
  ): DynamicModule {
    const [first] = settings;
    return {
      module: MonitorModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: SERVERS, useFactory: () => addServers(settings, stores) },
        {
          provide: Ingestor,
          useFactory: (servers: ServerMap) => createIngestor(stores, servers),
          inject: [SERVERS],
        },
        {
          provide: Monitor,
          useFactory: (servers: ServerMap, ingestor: Ingestor) =>
            createMonitor(servers, stores, ingestor),
          inject: [SERVERS, Ingestor],
        },
        {
          provide: TimeoutSweepSchedule,
          useFactory: (monitor: Monitor) => new TimeoutSweepSchedule(first, monitor),
          inject: [Monitor],
        },
        {
          provide: CapacitySchedule,
          useFactory: (servers: ServerMap, ingestor: Ingestor) => {
            const collector = createCollector(servers, ingestor, Date.now);
            return new CapacitySchedule(collector, first.CAPACITY_POLL_MINUTES);
          },
          inject: [SERVERS, Ingestor],
        },
      ],
    };
  }
}

async function addServers(
  settings: readonly MonitorSettings[],
  stores: Stores,
): Promise<ServerMap> {
  const servers = new Map<number, MonitorSettings>();
  for (const one of settings) servers.set(await stores.addServer(one), one);
  return servers;
}

async function createMonitor(
  settings: ServerMap,
  stores: Stores,
  ingestor: Ingestor,
): Promise<Monitor> {
  const servers: FollowedServer[] = [];
  for (const [serverId, one] of settings) {
    const counters = new FollowCounters();
    const follower = await createFollower(serverId, one, { stores, ingestor, counters });
    const reporter = createReporter(one, ingestor, counters);
    servers.push(new FollowedServer(one, follower, ingestor, reporter));
  }
  return new Monitor(servers, ingestor);
}

interface Parts {
  readonly stores: Stores;
  readonly ingestor: Ingestor;
  readonly counters: FollowCounters;
}

async function createFollower(
  serverId: number,
  settings: MonitorSettings,
  { stores, ingestor, counters }: Parts,
): Promise<LogFollower> {
  const { LOG_DIRECTORY, LOG_PATTERN_FILE, LOG_START } = settings;
  const isShare = await isOnShare(settings);
  const fileSystem = isShare ? shareFileSystem : nodeFileSystem;
  const isLogName = toNameTest(LOG_PATTERN_FILE);
  return new LogFollower(fileSystem, stores.history, ingestor, {
    serverId,
    listFiles: () => listLogFiles(fileSystem, LOG_DIRECTORY, isLogName),
    isImport: false,
    start: LOG_START,
    isShare,
    now: () => performance.now(),
    counters,
  });
}

function createReporter(
  settings: MonitorSettings,
  ingestor: Ingestor,
  counters: FollowCounters,
): StatusReporter {
  const { LOG_DIRECTORY, LOG_PATTERN_FILE, SERVER_NAME } = settings;
  const about = { server: SERVER_NAME, logDirectory: LOG_DIRECTORY, logPattern: LOG_PATTERN_FILE };
  return new StatusReporter(ingestor, about, counters, Date.now);
}

const isOnShare = async ({ LOG_ON_SHARE, LOG_DIRECTORY }: MonitorSettings): Promise<boolean> =>
  LOG_ON_SHARE === 'auto' ? isNetworkShare(LOG_DIRECTORY) : LOG_ON_SHARE === 'true';
