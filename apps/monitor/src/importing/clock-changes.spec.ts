import { mkdirSync, writeFileSync } from 'node:fs';
import { useFolder } from '../testing/folder';
import { query } from '../testing/query';
import { testSettings } from '../testing/settings';
import { importLogs } from './import-logs';

const folder = useFolder();
const FLAGS = ['foldFirst', 'foldSecond', 'skipped', 'clockStep'];

const lineAt = (stamp: string, number: number) =>
  `${stamp.replaceAll('-', '/').replace('T', ' ')}:00:000 I USGTRACING  Grant!!MD2!${String(number).padStart(16, '0')}!Dassault Systemes V5!ConcurrentUser!1!STD!WS-1 (41A0-0a000001.1)!10.0.0.1!ann\n`;

/** Stamps of a log in their order, each with the instant it means and what is flagged. */
type Night = readonly (readonly [stamp: string, utc: string, flag: string | null])[];

const NIGHTS: readonly (readonly [name: string, zone: string, night: Night])[] = [
  [
    'Paris in October',
    'Europe/Paris',
    [
      ['2025-10-26T01:59', '2025-10-25T23:59', null],
      ['2025-10-26T02:10', '2025-10-26T00:10', 'foldFirst'],
      ['2025-10-26T02:50', '2025-10-26T00:50', 'foldFirst'],
      ['2025-10-26T02:05', '2025-10-26T01:05', 'foldSecond'],
      ['2025-10-26T02:55', '2025-10-26T01:55', 'foldSecond'],
      ['2025-10-26T03:00', '2025-10-26T02:00', null],
    ],
  ],
  [
    'Paris in March',
    'Europe/Paris',
    [
      ['2025-03-30T01:59', '2025-03-30T00:59', null],
      ['2025-03-30T02:30', '2025-03-30T01:30', 'skipped'],
      ['2025-03-30T03:00', '2025-03-30T01:00', null],
    ],
  ],
  [
    'London in October',
    'Europe/London',
    [
      ['2025-10-26T01:30', '2025-10-26T00:30', 'foldFirst'],
      ['2025-10-26T01:10', '2025-10-26T01:10', 'foldSecond'],
      ['2025-10-26T02:00', '2025-10-26T02:00', null],
    ],
  ],
  [
    'London in March',
    'Europe/London',
    [
      ['2025-03-30T00:59', '2025-03-30T00:59', null],
      ['2025-03-30T02:00', '2025-03-30T01:00', null],
    ],
  ],
  [
    'Sydney in April',
    'Australia/Sydney',
    [
      ['2025-04-06T01:59', '2025-04-05T14:59', null],
      ['2025-04-06T02:40', '2025-04-05T15:40', 'foldFirst'],
      ['2025-04-06T02:20', '2025-04-05T16:20', 'foldSecond'],
      ['2025-04-06T03:00', '2025-04-05T17:00', null],
    ],
  ],
  [
    'Lord Howe, which goes back by half an hour',
    'Australia/Lord_Howe',
    [
      ['2025-04-06T01:29', '2025-04-05T14:29', null],
      ['2025-04-06T01:50', '2025-04-05T14:50', 'foldFirst'],
      ['2025-04-06T01:35', '2025-04-05T15:05', 'foldSecond'],
      ['2025-04-06T02:00', '2025-04-05T15:30', null],
    ],
  ],
  [
    'São Paulo, at midnight',
    'America/Sao_Paulo',
    [
      ['2019-02-16T22:59', '2019-02-17T00:59', null],
      ['2019-02-16T23:30', '2019-02-17T01:30', 'foldFirst'],
      ['2019-02-16T23:10', '2019-02-17T02:10', 'foldSecond'],
      ['2019-02-17T00:00', '2019-02-17T03:00', null],
    ],
  ],
  [
    'a clock that was set back by hand',
    'Europe/Paris',
    [
      ['2025-05-19T12:00', '2025-05-19T10:00', null],
      ['2025-05-19T11:00', '2025-05-19T09:00', 'clockStep'],
      ['2025-05-19T11:01', '2025-05-19T09:01', null],
    ],
  ],
];

describe('the instants of a log from', () => {
  it.each(NIGHTS)('%s', async (_, zone, night) => {
    mkdirSync(folder.path('logs'));
    const text = night.map(([stamp], number) => lineAt(stamp, number)).join('');
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), text);
    const settings = testSettings(folder.path, { LOG_TIME_ZONE: zone });
    await importLogs(settings, [folder.path('logs')], () => undefined);
    const rows = await query<{ at: number; time_flag: number | null }>(
      folder.path('history.db'),
      'SELECT at, time_flag FROM license_events WHERE stream_id IS NOT NULL ORDER BY id',
    );
    const read = rows.map(({ at, time_flag: flag }) => [
      new Date(at).toISOString().slice(0, 16),
      flag === null ? null : FLAGS[flag],
    ]);
    expect(read).toEqual(night.map(([, utc, flag]) => [utc, flag]));
  });
});
