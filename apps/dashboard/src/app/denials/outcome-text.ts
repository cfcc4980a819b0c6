import type { DeniedRequestDto, DurationMs } from '@license-monitor/api-contract';
import { outcomeNames } from '../wording/denial-words';
import { formatDuration } from '../wording/duration';

/** Says what became of a denied request: `delayed 12 min`. */
export function describeOutcome({
  outcome,
  waitMs,
}: Pick<DeniedRequestDto, 'outcome' | 'waitMs'>): string {
  return outcome === 'delayed' && waitMs !== null
    ? $localize`:Outcome of a denied request|:delayed ${formatDuration(waitMs)}:length:`
    : outcomeNames[outcome];
}

/** Says what the outcomes mean with the windows they rest on. */
export function explainOutcomes(retryMs: DurationMs): string {
  const window = formatDuration(retryMs);
  return $localize`Redirected: granted elsewhere at once. Delayed: granted within ${window}:length:. Lost: not granted within ${window}:length:. Pending: the ${window}:length: are not over yet.`;
}
