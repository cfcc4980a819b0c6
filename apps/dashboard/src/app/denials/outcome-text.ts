import type { DeniedRequestDto, DurationMs } from '@license-monitor/api-contract';
import { outcomeNames } from '../wording/denial-words';
import { formatDuration } from '../wording/duration';

/** Says what became of a denied request: `delayed 12 min`. */
export function describeOutcome({
  outcome,
  waitMs,
}: Pick<DeniedRequestDto, 'outcome' | 'waitMs'>): string {
  const name = outcomeNames[outcome];
  return outcome === 'delayed' && waitMs !== null ? `${name} ${formatDuration(waitMs)}` : name;
}

/** Says what the outcomes mean with the windows they rest on. */
export function explainOutcomes(retryMs: DurationMs): string {
  const window = formatDuration(retryMs);
  return (
    `Redirected: granted elsewhere at once. Delayed: granted within ${window}. ` +
    `Lost: not granted within ${window}. Pending: the ${window} are not over yet.`
  );
}
