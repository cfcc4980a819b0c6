import { HistoryReader } from '@license-monitor/db';
import { describePostgresTrouble } from '../following/describe-postgres-trouble';
import { checkLedger } from './check-ledger';
import { fault, ok, type Finding } from './finding';

/** Checks that the PostgreSQL database can be reached, and that no byte is lost. */
export async function checkDatabase(url: string): Promise<Finding[]> {
  try {
    const history = await HistoryReader.open(url);
    try {
      return [ok('The database can be reached.'), ...(await checkLedger(history))];
    } finally {
      await history.close();
    }
  } catch (error) {
    // Whether it can be reached, only asking tells; the monitor makes what is missing.
    return isMissing(error)
      ? [ok('The database or its tables are not there yet: the monitor creates them.')]
      : [fault(describePostgresTrouble(error, url), 'Then run doctor again.')];
  }
}

/** Codes of PostgreSQL: no such database, no such table. */
const MISSING: readonly unknown[] = ['3D000', '42P01'];

const isMissing = (error: unknown) =>
  MISSING.includes((error as { code?: unknown }).code) ||
  MISSING.includes((error as { driverError?: { code?: unknown } }).driverError?.code);
