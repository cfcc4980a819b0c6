import { userInfo } from 'node:os';
import type { StoreSettings } from '@license-monitor/db';
import type { MonitorSettings } from '../settings';
import { FileFault } from '../tailing/file-fault';
import { describePostgresTrouble } from './describe-postgres-trouble';

type Where = Pick<MonitorSettings, 'LOG_DIRECTORY'> & StoreSettings;

/** SQLite's name of an error, wherever the layers above put it. */
function databaseCode(error: unknown): string | undefined {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' && found.startsWith('SQLITE_') ? found : undefined;
}

const isFileTrouble = (error: unknown) =>
  error instanceof FileFault || (error as NodeJS.ErrnoException).path !== undefined;

/** Says what went wrong and how to mend it, in words for the operator. */
export function describeTrouble(error: unknown, where: Where): string {
  const { DATABASE_URL } = where;
  if (DATABASE_URL !== undefined && !isFileTrouble(error)) {
    return describePostgresTrouble(error, DATABASE_URL);
  }
  const database = databaseCode(error);
  return database === undefined
    ? describeFileTrouble(error as NodeJS.ErrnoException, where)
    : describeDatabaseTrouble(database, error, where);
}

function describeFileTrouble(error: NodeJS.ErrnoException, { LOG_DIRECTORY }: Where): string {
  const path = error.path ?? LOG_DIRECTORY;
  switch (error.code) {
    case 'ENOENT':
      return `${path} does not exist. Create it, or set LOG_DIRECTORY to the directory of the log files. The monitor waits for it.`;
    case 'ENOTDIR':
      return `${path} is not a directory. Set LOG_DIRECTORY to the directory of the log files.`;
    case 'EACCES':
    case 'EPERM':
      return `${path} is not readable by user ${userInfo().username}. Grant read access to the directory and its files, for example with setfacl -R -m u:${userInfo().username}:rX ${LOG_DIRECTORY}. The monitor goes on by itself.`;
    case 'ELOOP':
      return `${error.message}. Put the log itself there, or set LOG_DIRECTORY to where it lies.`;
    default:
      return `${error instanceof FileFault ? '' : `${path}: `}${error.message}. The monitor tries again.`;
  }
}

function describeDatabaseTrouble(code: string, error: unknown, where: Where): string {
  const files = `${where.HISTORY_DB} and ${where.LIVE_DB}`;
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return `Another program keeps ${files} locked, perhaps a backup. Reading has stopped and goes on by itself; nothing is lost.`;
    case 'SQLITE_FULL':
      return `The disk of ${files} is full. Free some space; reading has stopped and goes on by itself, nothing is lost.`;
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return `${files} cannot be written by user ${userInfo().username}. Grant write access to the files and their directory.`;
    default:
      return `${files}: ${(error as Error).message}. Reading has stopped and is tried again.`;
  }
}
