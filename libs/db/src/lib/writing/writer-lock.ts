import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { DataSource } from 'typeorm';
import { sqliteDriver } from '../sqlite-driver';

/** Another process writes this history. */
export class HistoryInUse extends Error {}

/**
 * Keeps a second writer away from a history file. It is a lock of the operating system on a file
 * beside the history, held through SQLite, so it goes with the process however that ends.
 */
export class WriterLock {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly noteFile: string,
  ) {}

  /**
   * @param historyFile path of the history; the lock lies beside it.
   * @param purpose what this process does, for whoever is refused.
   * @throws HistoryInUse when another process holds it, saying which.
   */
  static async acquire(historyFile: string, purpose: string): Promise<WriterLock> {
    const lockFile = `${historyFile}.writer-lock`;
    const noteFile = `${historyFile}.writer`;
    const dataSource = new DataSource({
      type: 'sqlite',
      driver: sqliteDriver,
      database: lockFile,
      logging: false,
    });
    await dataSource.initialize();
    try {
      await dataSource.query('BEGIN EXCLUSIVE');
    } catch (error) {
      await dataSource.destroy();
      throw new HistoryInUse(
        `${historyFile} is being written by ${readNote(noteFile)}: stop that first, ` +
          'or set HISTORY_DB and LIVE_DB to other files',
        { cause: error },
      );
    }
    writeFileSync(noteFile, describeHolder(purpose));
    return new WriterLock(dataSource, noteFile);
  }

  async release(): Promise<void> {
    rmSync(this.noteFile, { force: true });
    await this.dataSource.query('ROLLBACK');
    await this.dataSource.destroy();
  }
}

/** What a writer says of itself to others. */
export const describeHolder = (purpose: string) =>
  `${purpose}, process ${process.pid} on ${hostname()}`;

function readNote(noteFile: string): string {
  try {
    return readFileSync(noteFile, 'utf8');
  } catch {
    // The holder has taken the lock but not yet written its note.
    return 'another process';
  }
}
