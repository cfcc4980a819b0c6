import type { EpochMs } from '@license-monitor/api-contract';
import { toWallClock } from '../view-state/zone';

/** As what a table can be saved. */
export type FileForm = 'csv' | 'xlsx';

/** Names the file of an export by what it holds and when it was made. */
export function nameFile(subject: string, form: FileForm, now: EpochMs, zone: string): string {
  const stamp = toWallClock(now, zone).replace('T', '_').replaceAll(':', '');
  return `${subject}_${stamp}.${form}`;
}
