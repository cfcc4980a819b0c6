import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** The environment, with `.env` of the working directory filling what is not set. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}
