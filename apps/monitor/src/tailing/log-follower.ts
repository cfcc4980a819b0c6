import type { HistoryWriter, LogStream } from '@license-monitor/db';
import type { LineDecoder } from '@license-monitor/log-parser';
import type { Ingestor } from '../ingestion/ingestor';
import { findFirstStamp } from './first-stamp';
import type { FileSystem, LogFile } from './file-system';
import type { SeenFile } from './list-log-files';
import { HEAD_BYTES, readBytes } from './prove-identity';
import { StreamRegistry } from './stream-registry';

/** What is followed, and how. */
export interface FollowOptions {
  readonly serverId: number;
  /** The files to look at, with what `stat` says of them. */
  readonly listFiles: () => Promise<readonly SeenFile[]>;
  /** Whether files that are no longer listed are noted as gone. */
  readonly notesMissing: boolean;
  readonly decoder: LineDecoder;
  /** Whether files that are there at the very first start are read, or only what follows them. */
  readonly start: 'beginning' | 'end';
}

/** Bytes of all log files that are there, and how many of them were read. */
export interface ByteTotals {
  readonly files: number;
  readonly bytesTotal: number;
  readonly bytesRead: number;
}

/** A file with unread lines, and where it stands among the others. */
interface Unread {
  readonly seen: SeenFile;
  readonly stream: LogStream;
  readonly firstStamp: number;
}

/**
 * Follows the log files of one licence server. Each `sweep` looks at every file by `stat` alone,
 * opens those that changed, and reads them oldest first, so events enter the history in the order
 * of the log.
 */
export class LogFollower {
  private registry: StreamRegistry;
  /** Files that were read to their end, as they were then. */
  private readonly settled = new Map<string, SeenFile>();
  private isStopping = false;
  private onProgress: (totals: ByteTotals) => Promise<void> = async () => undefined;
  private seen: readonly SeenFile[] = [];
  private readonly bytesReadByPath = new Map<string, number>();

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly history: HistoryWriter,
    private readonly ingestor: Ingestor,
    private readonly options: FollowOptions,
  ) {
    this.registry = new StreamRegistry(options.serverId);
  }

  /** Takes up where the history stands; call it first, and again after a failed sweep. */
  async resume(): Promise<void> {
    const streams = await this.history.loadStreams(this.options.serverId);
    this.registry = new StreamRegistry(this.options.serverId, streams);
    this.settled.clear();
  }

  /** Makes a running sweep end after the chunk at hand. */
  stop(): void {
    this.isStopping = true;
  }

  totals(): ByteTotals {
    const size = (sum: number, file: SeenFile) => sum + file.size;
    const read = (sum: number, file: SeenFile) =>
      sum + Math.min(file.size, this.bytesReadByPath.get(file.path) ?? 0);
    return {
      files: this.seen.length,
      bytesTotal: this.seen.reduce(size, 0),
      bytesRead: this.seen.reduce(read, 0),
    };
  }

  /**
   * Reads everything that is there to be read.
   *
   * @param onProgress called after each chunk; a long catch-up is told here.
   * @throws the error of the file system or the database; nothing is lost, `resume` and sweep again.
   */
  async sweep(onProgress: (totals: ByteTotals) => Promise<void>): Promise<void> {
    this.onProgress = onProgress;
    const { listFiles, notesMissing, start } = this.options;
    const isFirstStart = this.registry.isEmpty;
    this.seen = await listFiles();
    const changed = this.seen.filter((file) => !isSame(this.settled.get(file.path), file));
    if (changed.length === 0) return;
    if (notesMissing) await this.noteMissing();
    const unread: Unread[] = [];
    for (const file of changed) {
      const found = await this.withFile(file, (opened) => this.findUnread(file, opened));
      if (found !== undefined) unread.push(found);
    }
    unread.sort((a, b) => a.firstStamp - b.firstStamp || (a.seen.name < b.seen.name ? -1 : 1));
    for (const one of unread) {
      if (this.isStopping) return;
      const skip = isFirstStart && start === 'end';
      await this.withFile(one.seen, (opened) =>
        skip ? this.skip(one, opened) : this.drain(one, opened),
      );
    }
  }

  private async findUnread(seen: SeenFile, file: LogFile): Promise<Unread | undefined> {
    const identity = await this.registry.identify(seen, file, (stream) =>
      this.isStillThere(stream),
    );
    switch (identity.kind) {
      case 'alias':
      case 'partial':
        this.settle(seen, seen.size);
        return undefined;
      case 'moved':
      case 'known':
        return this.resumeStream(seen, identity.stream);
      case 'replaced':
        await this.mark({ ...identity.old, state: 'superseded' });
        return this.beginStream(seen, file);
      case 'new':
        return this.beginStream(seen, file);
    }
  }

  /** Whether the file that a stream was read from is still in its place. */
  private async isStillThere({ path, dev, ino }: LogStream): Promise<boolean> {
    if (this.seen.some((file) => file.dev === dev && file.ino === ino)) return true;
    const found = await this.fileSystem.stat(path).catch(() => undefined);
    return found?.dev === dev && found.ino === ino;
  }

  private async resumeStream(seen: SeenFile, stream: LogStream): Promise<Unread> {
    if (stream.state === 'gone' || stream.path !== this.storedPath(stream)) {
      await this.mark({ ...stream, state: 'live' });
    }
    const firstStamp = findFirstStamp(stream.head, this.options.decoder);
    return { seen, stream: { ...stream, state: 'live' }, firstStamp };
  }

  private storedPath({ id }: LogStream): string | undefined {
    return this.registry.current().find((stream) => stream.id === id)?.path;
  }

  private async beginStream(seen: SeenFile, file: LogFile): Promise<Unread> {
    const head = await readBytes(file, 0, HEAD_BYTES);
    const firstStamp = findFirstStamp(head, this.options.decoder);
    return { seen, stream: this.registry.begin(seen, firstStamp), firstStamp };
  }

  private async drain({ seen, ...unread }: Unread, file: LogFile): Promise<void> {
    let { stream } = unread;
    // A clock goes on from the file before, which may have been read only now.
    if (stream.id === 0) stream = this.registry.begin(seen, unread.firstStamp);
    while (!this.isStopping) {
      const progress = await this.ingestor.readOn(file, stream);
      if (progress.outcome !== 'read') {
        if (progress.outcome === 'end') this.settle(seen, stream.byteOffset);
        return;
      }
      stream = progress.stream;
      this.registry.put(stream);
      this.bytesReadByPath.set(seen.path, stream.byteOffset);
      await this.onProgress(this.totals());
    }
  }

  /** Registers a file at its last line end, without reading what is before it. */
  private async skip({ seen, stream }: Unread, file: LogFile): Promise<void> {
    const registered = await this.ingestor.registerAtEnd(file, stream, seen.size);
    this.registry.put(registered);
    this.settle(seen, registered.byteOffset);
  }

  private settle(seen: SeenFile, bytesRead: number): void {
    this.settled.set(seen.path, seen);
    this.bytesReadByPath.set(seen.path, bytesRead);
  }

  private async noteMissing(): Promise<void> {
    const here = new Set(this.seen.map(({ dev, ino }) => `${dev}:${ino}`));
    for (const stream of this.registry.current()) {
      if (stream.state === 'live' && !here.has(`${stream.dev}:${stream.ino}`)) {
        await this.mark({ ...stream, state: 'gone' });
      }
    }
  }

  private async mark(stream: LogStream): Promise<void> {
    await this.history.markStream(stream);
    this.registry.put(stream);
  }

  private async withFile<Result>(
    seen: SeenFile,
    work: (file: LogFile) => Promise<Result>,
  ): Promise<Result | undefined> {
    let file: LogFile;
    try {
      file = await this.fileSystem.open(seen.path);
    } catch (error) {
      // Rotation may take a file away between the look and the opening; the next sweep sees that.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  }
}

function isSame(a: SeenFile | undefined, b: SeenFile): boolean {
  return a !== undefined && a.dev === b.dev && a.ino === b.ino && a.size === b.size;
}
