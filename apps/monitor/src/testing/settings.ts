import { readSettings } from '@license-monitor/db';
import { monitorSettings, type MonitorSettings } from '../settings';

/** Settings of a monitor whose stores lie in one folder. */
export function testSettings(
  path: (...parts: string[]) => string,
  over: Readonly<Record<string, string>> = {},
): MonitorSettings {
  return readSettings(monitorSettings, {
    LOG_DIRECTORY: path('logs'),
    HISTORY_DB: path('history.db'),
    LIVE_DB: path('license_manager.db'),
    LOG_TIME_ZONE: 'Europe/Paris',
    ...over,
  });
}
