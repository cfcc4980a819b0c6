import type { ByteTotals } from './follow-options';
import type { SeenFile } from './list-log-files';
import { placeOf } from './open-files';

/** Files that were read to their end, as they were then, and how far each was read. */
export class SettledFiles {
  private readonly settled = new Map<string, SeenFile>();
  private readonly bytesRead = new Map<string, number>();

  /** Nothing is taken for unchanged any more. */
  forget(): void {
    this.settled.clear();
  }

  noteProgress(path: string, byteOffset: number): void {
    this.bytesRead.set(path, byteOffset);
  }

  settle(seen: SeenFile, byteOffset: number): void {
    this.settled.set(seen.path, seen);
    this.noteProgress(seen.path, byteOffset);
  }

  isChanged(file: SeenFile): boolean {
    const known = this.settled.get(file.path);
    return (
      known === undefined ||
      placeOf(known) !== placeOf(file) ||
      known.size !== file.size ||
      known.changedAt !== file.changedAt
    );
  }

  totals(files: readonly SeenFile[]): ByteTotals {
    const read = ({ size, path }: SeenFile) => Math.min(size, this.bytesRead.get(path) ?? 0);
    return {
      files: files.length,
      bytesTotal: files.reduce((sum, { size }) => sum + size, 0),
      bytesRead: files.reduce((sum, file) => sum + read(file), 0),
    };
  }
}
