import type { SweepLimits } from '../ingestion/ingestor';
import type { MonitorSettings } from '../settings';
import { ageLimitOf } from './age-limits';

const MINUTE_MS = 60_000;

type LimitSettings = Pick<
  MonitorSettings,
  'SESSION_TIMEOUT_HOURS' | 'SESSION_TIMEOUT_HOURS_BY_PRODUCT' | 'RESTART_GRACE_MINUTES'
>;

/** When sessions count as lost, as the settings say. */
export function toSweepLimits(settings: LimitSettings): SweepLimits {
  const hours = {
    all: settings.SESSION_TIMEOUT_HOURS,
    byProduct: settings.SESSION_TIMEOUT_HOURS_BY_PRODUCT,
  };
  return {
    maxAgeMsOf: (code) => ageLimitOf(hours, code),
    restartGraceMs: settings.RESTART_GRACE_MINUTES * MINUTE_MS,
  };
}
