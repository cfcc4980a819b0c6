import { ZoneOffsets } from '@license-monitor/log-parser';
import type { MonitorSettings } from '../settings';
import type { Stores } from '../stores';
import { Ingestor } from './ingestor';
import { LineFormats } from './line-formats';

/** The ingestor that settings ask for. */
export function createIngestor(
  settings: Pick<MonitorSettings, 'LOG_ENCODING' | 'LOG_TIME_ZONE'>,
  { history, live }: Stores,
): Ingestor {
  const zone = new ZoneOffsets(settings.LOG_TIME_ZONE);
  const formats = new LineFormats(settings.LOG_ENCODING);
  return new Ingestor(history, live, { zone, formats }, Date.now);
}
