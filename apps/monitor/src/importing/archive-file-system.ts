import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { nodeFileSystem, type FileSystem } from '../tailing/file-system';

/** Whether a file is a compressed log. */
export const isCompressed = (path: string) => path.endsWith('.gz');

/**
 * A disk on which `.gz` files read as what they hold: each is unpacked when it is opened, into a
 * temporary file that goes when it is closed.
 */
export const archiveFileSystem: FileSystem = {
  ...nodeFileSystem,
  async stat(path) {
    const found = await nodeFileSystem.stat(path);
    // A device name of its own: the inode of an archive is no hint about the log it holds.
    return isCompressed(path) ? { ...found, dev: `gz:${found.dev}` } : found;
  },
  async open(path) {
    if (!isCompressed(path)) return nodeFileSystem.open(path);
    const folder = await mkdtemp(join(tmpdir(), 'license-monitor-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    try {
      const unpacked = join(folder, 'unpacked.log');
      await pipeline(createReadStream(path), createGunzip(), createWriteStream(unpacked));
      const file = await nodeFileSystem.open(unpacked);
      return {
        readAt: (target, position) => file.readAt(target, position),
        stat: () => archiveFileSystem.stat(path),
        close: () => file.close().finally(remove),
      };
    } catch (error) {
      await remove();
      throw error;
    }
  },
};
