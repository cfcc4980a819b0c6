import { watch, type FSWatcher } from 'chokidar';

/**
 * Tells that something may have changed in a directory. Only a hint: notifications get lost (the
 * second of two appends within 50 ms nearly always), so the follower looks by itself as well.
 */
export class DirectoryHint {
  private readonly watcher: FSWatcher;

  constructor(directory: string, onHint: () => void) {
    this.watcher = watch(directory, { depth: 0, ignoreInitial: true });
    this.watcher.on('all', onHint);
    // Without notifications (too many watches, a network share) the regular look still works.
    this.watcher.on('error', () => undefined);
  }

  close(): Promise<void> {
    return this.watcher.close();
  }
}
