import type { SubjectPartDto } from '@license-monitor/api-contract';
import { writeCsv } from '../export/csv';
import type { SubjectDay } from './subject-days';

/** Writes the days of a subject as CSV; a day of which nothing is known is an empty cell. */
export function writeDaysCsv(days: readonly SubjectDay[]): string {
  return writeCsv(
    ['date', 'sessionMs'],
    days.map(({ date, sessionMs }) => [date, sessionMs]),
  );
}

/** Writes the parts of a subject's use as CSV. */
export function writePartsCsv(part: string, parts: readonly SubjectPartDto[]): string {
  return writeCsv(
    [part, 'sessions', 'sessionMs'],
    parts.map(({ key, sessions, sessionMs }) => [key, sessions, sessionMs]),
  );
}
