import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { userInfo } from 'node:os';
import { HistoryReader, type StoreSettings } from '@license-monitor/db';
import { isNetworkShare } from '../tailing/is-network-share';
import { checkDatabase } from './check-database';
import { checkLedger } from './check-ledger';
import { fault, ok, warning, type Finding } from './finding';

/** Less free space than this is told. */
const LITTLE_BYTES = 1024 ** 3;

/** Checks that both databases can be written, on a local disk with room, and that no byte is lost. */
export async function checkStores(settings: StoreSettings): Promise<Finding[]> {
  const { DATABASE_URL, HISTORY_DB, LIVE_DB } = settings;
  if (DATABASE_URL !== undefined) return checkDatabase(DATABASE_URL);
  const folders = new Set([HISTORY_DB, LIVE_DB].map((file) => findFolder(resolve(file))));
  const findings: Finding[] = [];
  for (const folder of folders) findings.push(...(await checkFolder(folder)));
  if (existsSync(HISTORY_DB)) findings.push(...(await checkHistory(HISTORY_DB)));
  else findings.push(ok(`${HISTORY_DB} is not there yet: the monitor creates it.`));
  return findings;
}

/** The folder of a file, or the first one above it that is there: the monitor makes the others. */
function findFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : findFolder(folder);
}

async function checkFolder(folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    await access(folder, constants.W_OK);
  } catch {
    // The reason does not matter: SQLite needs to create files there.
    const user = userInfo().username;
    findings.push(
      fault(`${folder} cannot be written by user ${user}.`, 'Grant write access to it.'),
    );
  }
  if (await isNetworkShare(folder)) {
    const mend = 'SQLite needs a local disk: set HISTORY_DB and LIVE_DB to one.';
    findings.push(fault(`${folder} lies on a network share.`, mend));
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const what = `${(free / 1024 ** 3).toFixed(1)} GiB are free for the databases in ${folder}.`;
  findings.push(free < LITTLE_BYTES ? warning(what, 'Free some space.') : ok(what));
  return findings;
}

async function checkHistory(file: string): Promise<Finding[]> {
  const history = await HistoryReader.open(file);
  try {
    return await checkLedger(history);
  } finally {
    await history.close();
  }
}
