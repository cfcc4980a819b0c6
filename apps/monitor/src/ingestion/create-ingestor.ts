import { BlockParser, ZoneOffsets, type LineDecoder } from '@license-monitor/log-parser';
import { createNodeDecoder } from '@license-monitor/log-parser/node';
import type { MonitorSettings } from '../settings';
import type { Stores } from '../stores';
import { Ingestor } from './ingestor';

/** The ingestor that settings ask for, and the decoder it reads lines with. */
export function createIngestor(
  settings: Pick<MonitorSettings, 'LOG_ENCODING' | 'LOG_TIME_ZONE'>,
  { history, live }: Stores,
): { readonly ingestor: Ingestor; readonly decoder: LineDecoder } {
  const decoder = createNodeDecoder(settings.LOG_ENCODING);
  const parser = new BlockParser(decoder);
  const format = { zone: new ZoneOffsets(settings.LOG_TIME_ZONE), parser };
  return { ingestor: new Ingestor(history, live, format, Date.now), decoder };
}
