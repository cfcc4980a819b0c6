import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredCapacity } from '@license-monitor/db';
import { ZoneOffsets } from '@license-monitor/log-parser';
import { createIngestor } from '../ingestion/create-ingestor';
import type { PathSettings } from '../read-servers';
import { Stores } from '../stores';
import { readCapacityFile } from './capacity-file';
import type { CapacityReading } from './capacity-reading';

/** What became of one answer in a file. */
export interface ImportedReading {
  readonly path: string;
  /** UTC milliseconds. */
  readonly takenAt: number;
  readonly reading: CapacityReading;
  /** Null where there was nothing to keep. */
  readonly stored: StoredCapacity | null;
}

/**
 * Keeps what outputs of the administration tool say, the earliest taken first. What is known already
 * is not added again.
 *
 * @param paths files, or directories with files.
 * @param takenAt of all of them, UTC milliseconds; null: as their names or dates say.
 * @throws HistoryInUse when a monitor is writing the history.
 */
export async function importCapacity(
  settings: PathSettings,
  paths: readonly string[],
  takenAt: number | null,
): Promise<ImportedReading[]> {
  const format = { zone: new ZoneOffsets(settings.LOG_TIME_ZONE), encoding: settings.LOG_ENCODING };
  const now = Date.now();
  const files = [];
  for (const path of await listFiles(paths)) {
    const file = await readCapacityFile(path, format, now);
    files.push({ path, ...file, takenAt: takenAt ?? file.takenAt });
  }
  files.sort((a, b) => a.takenAt - b.takenAt);
  const stores = await Stores.open(settings, 'an import');
  try {
    const serverId = await stores.addServer(settings);
    const ingestor = createIngestor(stores, new Map([[serverId, settings]]));
    const imported: ImportedReading[] = [];
    for (const { path, origin, takenAt: at, readings } of files) {
      for (const reading of readings) {
        const stored =
          reading.type === 'failure'
            ? null
            : await ingestor.storeCapacity({ ...reading, serverId, origin, takenAt: at });
        imported.push({ path, takenAt: at, reading, stored });
      }
    }
    return imported;
  } finally {
    await stores.close();
  }
}

async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      files.push(path);
      continue;
    }
    const entries = await readdir(path, { withFileTypes: true });
    const isShown = (name: string) => !name.startsWith('.');
    const within = entries.filter((entry) => entry.isFile() && isShown(entry.name));
    files.push(...within.map(({ name }) => join(path, name)).sort());
  }
  return files;
}
