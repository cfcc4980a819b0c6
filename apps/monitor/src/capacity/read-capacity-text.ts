import type { ZoneOffsets } from '@license-monitor/log-parser';
import type { CapacityReading } from './capacity-reading';
import { readEnrolled } from './read-enrolled';
import { readUsage } from './read-usage';

/** The header of `getLicenseUsage -csv`; the prompt may stand before it. */
const isCsvHeader = (line: string) =>
  /^(?:admin >)*\s*"?Editor"?\s*,/.test(line) && line.includes('Feature');
/** The header of `getLicenseInfo`. */
const isInfoHeader = (line: string) =>
  /^(?:admin >)*\s*Status\s/.test(line) && line.includes('Feature') && line.includes('Quantity');

/**
 * Reads any output of the administration tool that tells of capacity: what each of its answers says,
 * or one failure where there is none.
 *
 * @param zone of the dates of `getLicenseUsage`.
 */
export function readCapacityText(text: string, zone: ZoneOffsets): CapacityReading[] {
  const lines = text.split('\n');
  const answers = [
    ...(lines.some(isCsvHeader) ? [readUsage('usageCsv', text, zone)] : []),
    ...(lines.some(isInfoHeader) ? [readEnrolled(text)] : []),
  ];
  if (answers.length > 0) return answers;
  const reading = readUsage('usageText', text, zone);
  const isOfPeople = reading.type === 'report' || reading.reason === 'rowsUnreadable';
  return [isOfPeople ? reading : { ...reading, source: null }];
}
