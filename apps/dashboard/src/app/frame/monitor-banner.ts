import type { HealthDto, MonitorStateDto, ServerHealthDto } from '@license-monitor/api-contract';
import { formatBytesOf, formatShare } from '../wording/quantity';

/** What the frame says about one licence server that is not simply followed. */
export interface MonitorBanner {
  readonly server: string;
  readonly state: MonitorStateDto;
  readonly title: string;
  readonly text: string;
  /** What the monitor says itself, in English; empty where it says nothing. */
  readonly problem: string;
  /** The share of the bytes that was read; null when it is not the point. */
  readonly progress: number | null;
}

const titles: Record<MonitorStateDto, string> = {
  ok: '',
  waiting: $localize`Waiting for the first line`,
  catchingUp: $localize`Catching up`,
  degraded: $localize`Degraded`,
  stopped: $localize`The monitor is stopped`,
};

function describe(server: ServerHealthDto): string {
  if (server.state === 'catchingUp') {
    const share = server.bytesTotal === 0 ? 0 : server.bytesRead / server.bytesTotal;
    const read = formatBytesOf(server.bytesRead, server.bytesTotal);
    return $localize`Read ${read}:bytes:, ${formatShare(share)}:share:; the live view is usable meanwhile.`;
  }
  if (server.state === 'waiting') {
    return $localize`Nothing to read yet in ${server.logDirectory}:directory: (${server.logPattern}:pattern:).`;
  }
  return '';
}

/** Lists what is not as it should be, one banner a server. */
export function toMonitorBanners(health: HealthDto): readonly MonitorBanner[] {
  return health.servers
    .filter(({ state }) => state !== 'ok')
    .map((server) => ({
      server: server.server,
      state: server.state,
      title: titles[server.state],
      text: describe(server),
      problem: server.problem ?? '',
      progress:
        server.state === 'catchingUp' && server.bytesTotal > 0
          ? server.bytesRead / server.bytesTotal
          : null,
    }));
}
