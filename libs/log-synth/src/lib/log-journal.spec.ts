import { plainEntry, type LogEntry } from './log-entry';
import { LogJournal } from './log-journal';
import { START_ENTRIES } from './server-entries';
import { ZoneClock } from './zone-clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 2025-10-26 03:00 in Paris goes back to 02:00. */
const CHANGE = Date.UTC(2025, 9, 26, 1);

const [opening] = START_ENTRIES;
const note = plainEntry('I', 'ADMINSERVER', 'Administration connection started');
const event: LogEntry = { ...note, fact: { kind: 'serverStop' } };

function journal(zone = 'Europe/Paris', rotatesWeekly = true): LogJournal {
  return new LogJournal(new ZoneClock(zone), rotatesWeekly);
}

describe('LogJournal', () => {
  it('stamps an entry with the wall clock', () => {
    expect(journal().write(note, CHANGE - 1)).toEqual({
      at: CHANGE - 1,
      file: 'LicenseServer20251026025959.log',
      text: '2025/10/26 02:59:59:999 I ADMINSERVER Administration connection started',
    });
  });

  it('moves an event that would repeat a line on by a millisecond', () => {
    const log = journal();
    const instants = [0, 0, 0, 5].map((later) => log.write(event, CHANGE + 5 * HOUR + later).at);
    expect(instants.map((at) => at - CHANGE - 5 * HOUR)).toEqual([0, 1, 2, 5]);
  });

  it('does so for the second pass of the repeated hour as well', () => {
    const log = journal();
    log.write(event, CHANGE - 30 * MINUTE);
    log.write(event, CHANGE);
    const second = log.write(event, CHANGE + 30 * MINUTE);
    expect(second.text.slice(0, 23)).toBe('2025/10/26 02:30:00:001');
    expect(second.at).toBe(CHANGE + 30 * MINUTE + 1);
  });

  it('lets lines that are no events repeat', () => {
    const log = journal();
    expect(log.write(note, CHANGE)).toEqual(log.write(note, CHANGE));
  });

  it('never goes back in time', () => {
    const log = journal();
    log.write(note, CHANGE);
    expect(log.write(note, CHANGE - 1).at).toBe(CHANGE);
  });

  it('gives files increasing names although the clock is put back', () => {
    const log = journal();
    const files = [-20, -10, 10, 45, 75].map(
      (minute) => log.write(opening!, CHANGE + minute * MINUTE).file,
    );
    expect(files).toEqual([
      'LicenseServer20251026024000.log',
      'LicenseServer20251026025000.log',
      'LicenseServer20251026025001.log',
      'LicenseServer20251026025002.log',
      'LicenseServer20251026031500.log',
    ]);
  });

  it('opens a file with the first line of a Monday', () => {
    const monday = Date.UTC(2025, 9, 26, 23);
    const log = journal();
    const files = [-1, 0, 3 * HOUR, 24 * HOUR].map((later) => log.write(note, monday + later).file);
    expect(files).toEqual([
      'LicenseServer20251026235959.log',
      'LicenseServer20251027000000.log',
      'LicenseServer20251027000000.log',
      'LicenseServer20251027000000.log',
    ]);
  });

  it('keeps one file when rotation is off', () => {
    const log = journal('Europe/Paris', false);
    const first = log.write(note, CHANGE).file;
    expect(log.write(note, CHANGE + 30 * 24 * HOUR).file).toBe(first);
  });
});
