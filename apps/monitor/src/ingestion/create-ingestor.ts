import { ZoneOffsets } from '@license-monitor/log-parser';
import type { MonitorSettings } from '../settings';
import type { Stores } from '../stores';
import type { ServerFormat } from './chunk-maker';
import { Ingestor } from './ingestor';
import { LineFormats } from './line-formats';

type FormatSettings = Pick<MonitorSettings, 'LOG_ENCODING' | 'LOG_TIME_ZONE'>;

/** The one ingestor of some stores, for servers by their id. */
export function createIngestor(
  { history, live }: Stores,
  servers: ReadonlyMap<number, FormatSettings>,
): Ingestor {
  const formats = new Map<number, ServerFormat>();
  for (const [serverId, { LOG_TIME_ZONE, LOG_ENCODING }] of servers) {
    const zone = new ZoneOffsets(LOG_TIME_ZONE);
    formats.set(serverId, { zone, formats: new LineFormats(LOG_ENCODING) });
  }
  return new Ingestor(history, live, formats, Date.now);
}
