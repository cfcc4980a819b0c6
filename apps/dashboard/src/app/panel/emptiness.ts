import type { HealthDto } from '@license-monitor/api-contract';
import { fill } from '../wording/message';
import type { Emptiness } from './panel-state';

const CHECKS = $localize`Check LOG_DIRECTORY and LOG_PATTERN_FILE, and that license usage tracing is on in the DSLS server configuration.`;

function describeReading(health: HealthDto): string {
  const parts = health.servers.map(({ files, logDirectory, logPattern }) => {
    const lines = files.reduce((sum, file) => sum + file.lines, 0);
    return fill(
      $localize`{files, plural, one {{lines, plural, one {# line} other {# lines}} of # file in {directory} ({pattern})} other {{lines, plural, one {# line} other {# lines}} of # files in {directory} ({pattern})}}`,
      { lines, files: files.length, directory: logDirectory, pattern: logPattern },
    );
  });
  return parts.length === 0
    ? $localize`No monitor has reported yet.`
    : $localize`The monitor has read ${parts.join(', ')}:lines:.`;
}

/** Says that the filters leave nothing: of all rows, or of those that were loaded so far. */
export function emptyByFilter(
  list: { readonly items: readonly unknown[]; readonly nextCursor: string | null } | undefined,
): Emptiness {
  return list === undefined || list.nextCursor === null
    ? { kind: 'emptyByFilter' }
    : { kind: 'emptyByFilter', loaded: list.items.length };
}

/**
 * Says why there is nothing to show although nothing is filtered: because the history is empty,
 * with what to check, or else because of what `otherwise` says.
 */
export function explainEmptiness(
  health: HealthDto | undefined,
  otherwise: { readonly cause: string; readonly nextStep: string },
): Emptiness {
  if (health === undefined || health.lastEventId > 0) {
    return { kind: 'emptyByNature', ...otherwise };
  }
  return {
    kind: 'emptyByNature',
    cause: `${$localize`No events yet.`} ${describeReading(health)}`,
    nextStep: CHECKS,
  };
}
