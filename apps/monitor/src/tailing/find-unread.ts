import type { LogStream } from '@license-monitor/db';
import type { FileSystem, LogFile } from './file-system';
import { findFirstStamp } from './first-stamp';
import { SHARE_DOUBT_MS, type FollowOptions } from './follow-options';
import type { SeenFile } from './list-log-files';
import { placeOf, type OpenFile, type OpenFiles } from './open-files';
import { beginsAlike, endsWithin, HEAD_BYTES, readBytes } from './prove-identity';
import type { StreamRegistry } from './stream-registry';

/** A file with unread lines, and where it stands among the others. */
export interface Unread {
  readonly seen: SeenFile;
  /** The stream as it is stored; with id 0 one that is new. */
  readonly stream: LogStream;
  /** Wall clock milliseconds; infinity where no line with a stamp is there yet. */
  readonly firstStamp: number;
}

/**
 * What a file has to be read. `settled`: nothing until it changes. `unsure`: look again at the next
 * sweep. `replaced`: a known place with new content; look again when the other files are known, for
 * one of them may be the stream that was here.
 */
export type Found = Unread | 'settled' | 'unsure' | 'replaced';

/** The other files of a sweep. */
export interface Surroundings {
  readonly listed: readonly SeenFile[];
  readonly areOthersKnown: boolean;
}

/** Finds out which stream a file is, and whether it has lines to be read. */
export class FindUnread {
  /** Since when the proof of a stream fails, by its id. */
  private readonly doubts = new Map<number, number>();

  /** @param mark stores what became of a stream. */
  constructor(
    private readonly fileSystem: FileSystem,
    private readonly openFiles: OpenFiles,
    private readonly options: FollowOptions,
    private readonly mark: (stream: LogStream) => Promise<void>,
  ) {}

  async find(
    open: OpenFile,
    registry: StreamRegistry,
    { listed, areOthersKnown }: Surroundings,
  ): Promise<Found> {
    const { seen, file } = open;
    const { counters } = this.options;
    const identity = await registry.identify(seen, file, (stream, work) =>
      this.reach(stream, listed, work),
    );
    switch (identity.kind) {
      case 'alias':
      case 'partial':
        counters.count('heldFiles');
        return 'settled';
      case 'moved':
      case 'known':
        this.doubts.delete(identity.stream.id);
        return this.resumeStream(seen, identity.stream, registry);
      case 'replaced':
        if (!areOthersKnown) return 'replaced';
        if (this.isDoubtful(identity.old)) return 'unsure';
        counters.count('replacedFiles');
        await this.mark({ ...identity.old, state: 'superseded' });
        return this.beginStream(open, registry);
      case 'new':
        return this.beginStream(open, registry);
    }
  }

  /**
   * Leaves out new files that are the beginning of another new one: copies that are still being
   * made, or are made already. They are looked at again when the other is known.
   */
  async withoutCopies(unread: readonly Unread[]): Promise<Unread[]> {
    const fresh = unread.filter(({ stream }) => stream.id === 0);
    const copies = new Set<Unread>();
    for (const [index, one] of fresh.entries()) {
      for (const other of fresh.slice(index + 1)) {
        if (one.firstStamp !== other.firstStamp || copies.has(one)) continue;
        const [shorter, longer] = one.seen.size < other.seen.size ? [one, other] : [other, one];
        if (await this.isBeginning(shorter.seen, longer.seen)) copies.add(shorter);
      }
    }
    return unread.filter((one) => !copies.has(one));
  }

  private async isBeginning(shorter: SeenFile, longer: SeenFile): Promise<boolean> {
    const result = await this.openFiles.use(shorter, ({ file }) =>
      this.openFiles.use(longer, async ({ file: other }) => {
        const head = await readBytes(file, 0, HEAD_BYTES);
        const otherHead = await readBytes(other, 0, HEAD_BYTES);
        return beginsAlike(head, otherHead) && endsWithin(file, other, shorter.size);
      }),
    );
    return result ?? false;
  }

  /** On a share, a proof that fails once may be the fault of a stale cache. */
  private isDoubtful({ id }: LogStream): boolean {
    if (!this.options.isShare) return false;
    const now = this.options.now();
    const since = this.doubts.get(id) ?? now;
    this.doubts.set(id, since);
    return now - since < SHARE_DOUBT_MS;
  }

  private async reach<Result>(
    stream: LogStream,
    listed: readonly SeenFile[],
    work: (file: LogFile) => Promise<Result>,
  ): Promise<Result | undefined> {
    const seen =
      listed.find((one) => placeOf(one) === placeOf(stream)) ?? (await this.look(stream));
    if (seen === undefined) return undefined;
    return this.openFiles.use(seen, async (open) =>
      placeOf(open.seen) === placeOf(stream) ? work(open.file) : undefined,
    );
  }

  /** The file of a stream that is not listed: it may have been renamed, or read by an import. */
  private async look({ path, dev, ino }: LogStream): Promise<SeenFile | undefined> {
    const held = this.openFiles.at({ dev, ino });
    if (held !== undefined) return held.seen;
    const found = await this.fileSystem.stat(path).catch(() => undefined);
    return found?.isFile && placeOf(found) === placeOf({ dev, ino })
      ? { ...found, path, name: path }
      : undefined;
  }

  private async resumeStream(
    seen: SeenFile,
    stream: LogStream,
    registry: StreamRegistry,
  ): Promise<Unread | 'settled'> {
    const isElsewhere = stream.path !== registry.get(stream.id)?.path;
    const live: LogStream = { ...stream, state: 'live' };
    if (isElsewhere) this.options.counters.count('movedFiles');
    if (stream.state === 'gone' || isElsewhere) await this.mark(live);
    if (seen.size < stream.byteOffset) this.options.counters.count('staleSizes');
    if (seen.size === stream.byteOffset) return 'settled';
    return { seen, stream: live, firstStamp: findFirstStamp(stream.head) };
  }

  private async beginStream({ seen, file }: OpenFile, registry: StreamRegistry): Promise<Unread> {
    const firstStamp = findFirstStamp(await readBytes(file, 0, HEAD_BYTES));
    return { seen, stream: registry.begin(seen, firstStamp), firstStamp };
  }
}
