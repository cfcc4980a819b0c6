import { Command } from 'commander';
import {
  loadEnvironment,
  readSettings,
  storeSettings,
  type StoreSettings,
} from '@license-monitor/db';
import { z } from 'zod';
import { createIngestor } from '../ingestion/create-ingestor';
import { Stores } from '../stores';

/** `license-monitor rebuild` */
export function rebuildCommand(): Command {
  return new Command('rebuild')
    .description('Compute all sessions, and the live store, anew from the events of the history.')
    .addHelpText('after', '\nNeeds no logs. The monitor must be stopped meanwhile.')
    .action(async () => {
      const settings = readSettings(z.object(storeSettings), loadEnvironment());
      const sessions = await rebuild(settings);
      process.stdout.write(`${sessions.toLocaleString('en')} sessions are open now\n`);
    });
}

/**
 * Computes sessions and live store anew.
 *
 * @returns how many sessions are open.
 * @throws HistoryInUse when a monitor is writing the history.
 */
export async function rebuild(settings: StoreSettings): Promise<number> {
  const stores = await Stores.open(settings, 'a rebuild');
  try {
    await createIngestor(stores, new Map()).rebuild();
    return stores.history.sessions.openCount;
  } finally {
    await stores.close();
  }
}
