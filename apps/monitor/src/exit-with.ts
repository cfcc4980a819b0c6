import { EXIT_CONFIG, HistoryInUse, SettingsError } from '@license-monitor/db';
import { PathError } from './importing/find-log-files';

const EXIT_FAILURE = 1;

/** Codes of file system errors that the operator can mend. */
const FILE_FAULTS: readonly unknown[] = ['ENOENT', 'EACCES', 'ENOTDIR', 'ENOSPC'];

/** Ends the process, saying why: in plain words where the operator can mend it, else with the stack. */
export function exitWith(error: unknown): never {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  // Who read the output, such as `head`, has seen enough.
  if (code === 'EPIPE') process.exit(0);
  const isMendable =
    error instanceof SettingsError ||
    error instanceof HistoryInUse ||
    error instanceof PathError ||
    error instanceof RangeError ||
    FILE_FAULTS.includes(code);
  process.stderr.write(`${isMendable ? message : (stack ?? String(error))}\n`);
  process.exit(error instanceof SettingsError ? EXIT_CONFIG : EXIT_FAILURE);
}
