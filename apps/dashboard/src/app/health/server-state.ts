import type { MonitorStateDto, ServerHealthDto } from '@license-monitor/api-contract';
import { formatBytes } from '../wording/bytes';

/** How a monitor is, in a word, with its shape and colour. */
export interface StateWord {
  readonly text: string;
  readonly shape: '●' | '▲' | '■';
  readonly level: 'healthy' | 'high' | 'full';
}

/** The word for each state. */
export const stateWords: Readonly<Record<MonitorStateDto, StateWord>> = {
  ok: { text: $localize`:State of a monitor|:following`, shape: '●', level: 'healthy' },
  catchingUp: { text: $localize`:State of a monitor|:catching up`, shape: '▲', level: 'high' },
  waiting: {
    text: $localize`:State of a monitor|:waiting for the first line`,
    shape: '▲',
    level: 'high',
  },
  degraded: { text: $localize`:State of a monitor|:degraded`, shape: '■', level: 'full' },
  stopped: { text: $localize`:State of a monitor|:stopped`, shape: '■', level: 'full' },
};

/** Says how the monitor of a server is. */
export function describeState(server: string, state: MonitorStateDto): string {
  switch (state) {
    case 'ok':
      return $localize`${server}:server: is following`;
    case 'catchingUp':
      return $localize`${server}:server: is catching up`;
    case 'waiting':
      return $localize`${server}:server: is waiting for the first line`;
    case 'degraded':
      return $localize`${server}:server: is degraded`;
    case 'stopped':
      return $localize`${server}:server: is stopped`;
  }
}

/** What mends a state that is not as it should be; empty where it is, or mends itself. */
export function mendOf({ state, problem, logDirectory, logPattern }: ServerHealthDto): string {
  if (problem !== null) return problem;
  if (state !== 'waiting') return '';
  return $localize`Nothing to read yet in ${logDirectory}:directory: (${logPattern}:pattern:). Check LOG_DIRECTORY and LOG_PATTERN_FILE.`;
}

/** How many bytes are not read yet; null where the monitor has not said how many there are. */
export function bytesBehind({ reportedAt, bytesTotal, bytesRead }: ServerHealthDto): number | null {
  return reportedAt === null ? null : Math.max(0, bytesTotal - bytesRead);
}

/** Writes how many bytes are not read yet. */
export function describeBehind(server: ServerHealthDto): string {
  const behind = bytesBehind(server);
  return behind === null ? $localize`unknown` : formatBytes(behind);
}
