import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../workspace.mjs';

/** Starts a built service with its stores in a folder; `settings` are added to the environment. */
export function startApp(app, folder, settings) {
  const env = {
    ...process.env,
    LOG_DIRECTORY: join(folder, 'logs'),
    LOG_TIME_ZONE: 'UTC',
    HISTORY_DB: join(folder, 'history.db'),
    LIVE_DB: join(folder, 'license_manager.db'),
    HOST: '127.0.0.1',
    ...settings,
  };
  return spawn(process.execPath, [join(root, `apps/${app}/dist/main.js`)], {
    env,
    stdio: 'ignore',
  });
}
