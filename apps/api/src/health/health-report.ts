import { Injectable } from '@nestjs/common';
import { basename } from 'node:path';
import type { HealthDto, LogFileHealthDto, ServerHealthDto } from '@license-monitor/api-contract';
import type { LineTotals, LiveReader, LogFileRow, ServerInfo } from '@license-monitor/db';
import { Stores } from '../stores/stores';

/** A monitor reports every 5 seconds; after three silent turns it counts as stopped. */
export const SILENCE_MS = 15_000;
/** How many files are listed; the rest is counted by the monitor's totals. */
const FILES_LISTED = 50;

/** Version of the product, as in package.json. */
export const VERSION = '0.1.0';

type Status = Awaited<ReturnType<LiveReader['statuses']>>[number];

/** Puts together how the monitors and their files are. */
@Injectable()
export class HealthReport {
  constructor(private readonly stores: Stores) {}

  /** @throws ProblemError LM_STORE_NOT_READY while no monitor has run. */
  async make(): Promise<HealthDto> {
    const history = await this.stores.history();
    const live = await this.stores.live();
    const asOf = Date.now();
    const servers = await history.servers();
    const files = await history.logFiles(FILES_LISTED);
    const totals = await history.lineTotals();
    const statuses = new Map((await live.statuses()).map((status) => [status.server, status]));
    return {
      asOf,
      demo: servers.some(({ isDemo }) => isDemo),
      servers: servers.map((server) =>
        toServerHealth(server, {
          reported: statuses.get(server.name),
          files: filesOf(files, server),
          totals: totals.get(server.id) ?? NO_LINES,
          asOf,
        }),
      ),
      lastEventId: await history.lastEventId(),
      version: VERSION,
    };
  }
}

const filesOf = (files: readonly LogFileRow[], { id }: ServerInfo) =>
  files.filter(({ serverId }) => serverId === id);

/** What stands where a monitor has never reported. */
const NO_STATUS = {
  state: 'stopped',
  problem: null,
  reportedAt: null,
  logDirectory: '',
  logPattern: '',
  bytesTotal: 0,
  bytesRead: 0,
  counts: null,
} as const;

const NO_LINES: LineTotals = { lines: 0, events: 0, messages: 0, quarantined: 0, duplicates: 0 };

/** What is known of a server. */
interface Known {
  readonly reported: Status | undefined;
  readonly files: readonly LogFileRow[];
  readonly totals: LineTotals;
  readonly asOf: number;
}

function toServerHealth(
  { name: server, cluster, timeZone }: ServerInfo,
  { reported, files, totals, asOf }: Known,
): ServerHealthDto {
  const { reportedAt, ...status } = reported ?? NO_STATUS;
  const isSilent = reportedAt === null || asOf - reportedAt > SILENCE_MS;
  const state = isSilent ? 'stopped' : status.state;
  const lastLines = files.flatMap(({ lastLineAt }) => lastLineAt ?? []);
  return {
    server,
    cluster,
    timeZone,
    state,
    problem: state === 'stopped' ? STOPPED : status.problem,
    reportedAt,
    logDirectory: status.logDirectory,
    logPattern: status.logPattern,
    lastLineAt: lastLines.length === 0 ? null : Math.max(...lastLines),
    bytesTotal: status.bytesTotal,
    bytesRead: status.bytesRead,
    totals,
    counts: status.counts,
    files: files.map(toFileHealth),
  };
}

const STOPPED =
  'The monitor is not running: nothing new is seen. Start it with npm start, or npx license-monitor run.';

function toFileHealth(file: LogFileRow): LogFileHealthDto {
  const { lastLineAt, lines, events, messages, quarantined, duplicates } = file;
  return {
    file: basename(file.path),
    state: file.state === 'gone' ? 'gone' : 'following',
    bytesRead: file.byteOffset,
    lastLineAt,
    lines,
    events,
    messages,
    quarantined,
    duplicates,
  };
}
