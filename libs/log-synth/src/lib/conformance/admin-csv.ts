import type { WallStamp } from '../wall-stamp';
import type { ZoneClock } from '../zone-clock';
import type { CapacityPool, CapacityReport, CaseSession } from './case-facts';
import { executableOf, internalIdOf } from './case-lines';

const GREETING = `License Administration Tool Version 6.425.4 Built on May 2, 2023, 6:45:36 PM.
admin >	Software version: 6.425.4
	Build date: May 2, 2023, 6:45:36 PM
	Standalone mode
	Ready: yes
	Server name: lic-01   Server id: SYN-41D6000000000001
admin >`;

const HEADER =
  'Editor,EditorId,Feature,Model,Commercial Type,Max Release Number,Max Release Date,' +
  'Pricing Structure,Max Casual Duration,Expiration Date,Customer ID,Count,Inuse,Tokens,' +
  'Casual Usage (mn),Host,User,Internal ID,Active Process,Client Code Version,Session ID,' +
  'Granted Since,Last Used At,Granted At,Queue Position,';

const EDITOR_ID = '1F2E3D4C-0000-4000-8000-000000000005';
const CUSTOMER = '200000000000123';

/**
 * The output of `getLicenseUsage -csv` (log-format.md §10.3). A pool without use is one row; else each
 * holder is one, and the count stands on each.
 */
export function usageCsv(
  { at, pools }: CapacityReport,
  clock: ZoneClock,
  stamp: WallStamp,
): string {
  const dateOf = (instant: number) =>
    stamp.of(clock.wallAt(instant)).replaceAll('/', '-').slice(0, 'YYYY-MM-DD hh:mm:ss'.length);
  const rows = pools.flatMap((pool) => {
    const stock = poolCells(pool, dateOf);
    if (pool.holders.length === 0) return [stock];
    return pool.holders.map((holder) => [...stock, ...holderCells(holder, dateOf, at)]);
  });
  const lines = rows.map((cells) => `${cells.join(',')},`);
  return `${GREETING}${[HEADER, ...lines].join('\n')}\nadmin >quit\n`;
}

function poolCells(
  { product, seats, expiresAt, holders }: CapacityPool,
  dateOf: (instant: number) => string,
): string[] {
  const { editor, code, model } = product;
  const dates = ['0', '', 'ALC', '0', dateOf(expiresAt)];
  const counts = [String(seats), String(holders.length)];
  return [editor, EDITOR_ID, code, model, 'STD', ...dates, CUSTOMER, ...counts];
}

function holderCells(
  { product, workplace, sessionId, start }: CaseSession,
  dateOf: (instant: number) => string,
  now: number,
): string[] {
  const process = [internalIdOf(product, workplace), executableOf(product, workplace), '6.424'];
  const dates = [dateOf(start.at), dateOf(now), dateOf(start.at)];
  const host = `${workplace.client}/${workplace.ip}`;
  return ['', '', host, workplace.user, ...process, sessionId, ...dates, ''];
}
