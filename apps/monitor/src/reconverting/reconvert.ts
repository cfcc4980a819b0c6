import { SettingsError } from '@license-monitor/db';
import { ZoneOffsets } from '@license-monitor/log-parser';
import { createIngestor } from '../ingestion/create-ingestor';
import type { PathSettings } from '../read-servers';
import { Stores } from '../stores';
import { ZoneConverter } from './zone-converter';

/**
 * Converts the history of a licence server into the zone of its settings: each line keeps its stamp
 * and gets another instant, and sessions are computed anew.
 *
 * @returns how many files were converted.
 * @throws SettingsError when the history knows no such server; HistoryInUse when a monitor is writing
 * it. Nothing is changed then.
 */
export async function reconvert(settings: PathSettings): Promise<number> {
  const stores = await Stores.open(settings, 'a reconversion');
  try {
    const serverId = stores.history.servers.idOf(settings.SERVER_NAME);
    if (serverId === undefined) {
      throw new SettingsError(`SERVER_NAME = ${settings.SERVER_NAME} is not in the history`);
    }
    const converter = new ZoneConverter(new ZoneOffsets(settings.LOG_TIME_ZONE));
    await stores.history.reconvert(serverId, settings.LOG_TIME_ZONE, converter);
    await createIngestor(stores, new Map([[serverId, settings]])).rebuildLiveStore();
    return converter.clocks.size;
  } finally {
    await stores.close();
  }
}
