import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';

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
    return `${name}${value === undefined ? '' : ` = ${value}`} ${message}`;
  });
  throw new SettingsError(faults.join('\n'));
}
