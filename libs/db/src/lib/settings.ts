import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { isPostgres, showPlace } from './engine/place';

/** Wrong settings: every fault is in the message. */
export class SettingsError extends Error {}

/** Exit code for it, from sysexits.h: starting again will not help. */
export const EXIT_CONFIG = 78;

/** The environment, with `.env` of the working directory filling what is not set. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}

/** The settings that name the stores, the same for whoever writes and whoever reads them. */
export const storeSettings = {
  DATABASE_URL: z
    .union([z.literal('').transform(() => undefined), z.string().refine(isPostgres)], {
      error: 'is no URL of a PostgreSQL database such as postgres://monitor@dbhost/license_monitor',
    })
    .optional()
    .describe(
      'PostgreSQL database that holds both stores, instead of the two files; see [PostgreSQL](postgresql.md). A password is better kept in `PGPASSWORD` or `~/.pgpass`.',
    ),
  LIVE_DB: z
    .string()
    .min(1, 'is empty')
    .default('data/license_manager.db')
    .describe('File with the sessions that are open now; may be deleted, it is rebuilt.'),
  HISTORY_DB: z
    .string()
    .min(1, 'is empty')
    .default('data/history.db')
    .describe('File with everything that ever happened; on a local disk.'),
};

/** Where the stores are, as the settings of whoever opens them say. */
export interface StoreSettings {
  readonly DATABASE_URL?: string | undefined;
  readonly HISTORY_DB: string;
  readonly LIVE_DB: string;
}

/** Where the history is: path of a file, or URL of a database. */
export const historyPlace = ({ DATABASE_URL, HISTORY_DB }: StoreSettings) =>
  DATABASE_URL ?? HISTORY_DB;

/** Where the live store is: path of a file, or URL of a database. */
export const livePlace = ({ DATABASE_URL, LIVE_DB }: StoreSettings) => DATABASE_URL ?? LIVE_DB;

/** A number within bounds, as an environment variable writes it. */
export const numberSetting = (from: number, to: number) =>
  z.coerce.number('is not a number').min(from, `is below ${from}`).max(to, `is above ${to}`);

/**
 * Reads settings from an environment.
 *
 * @throws SettingsError that names every wrong setting at once.
 */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<z.infer<Schema>> {
  const result = schema.safeParse(environment);
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    const value = environment[name];
    return `${name}${value === undefined ? '' : ` = ${showPlace(value)}`} ${message}`;
  });
  throw new SettingsError(faults.join('\n'));
}
