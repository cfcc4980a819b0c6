import type { DurationMs, SessionDto, SessionEndDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';

const words: Record<SessionEndDto, string> = {
  detachment: $localize`:End of a session|:detachment`,
  timeout: $localize`:End of a session|:timeout`,
  serverRestart: $localize`:End of a session|:server restart (assumed)`,
  presumedLost: $localize`:End of a session|:presumed lost (assumed)`,
};

/** Says what ended a session and how far before its end the real one may lie. */
export function describeEnd({ closedBy, endUncertaintyMs }: SessionDto): string {
  const word = closedBy === null ? $localize`unknown` : words[closedBy];
  return endUncertaintyMs > 0
    ? $localize`${word}:end:, up to ${formatDuration(endUncertaintyMs)}:length: earlier`
    : word;
}

/** Returns how long a closed session lasted at most; null when its start or end is unknown. */
export function toLength({ startedAt, endedAt }: SessionDto): DurationMs | null {
  return startedAt === null || endedAt === null ? null : endedAt - startedAt;
}
