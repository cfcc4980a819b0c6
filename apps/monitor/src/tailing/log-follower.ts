import type { Arrival, HistoryWriter, LogStream } from '@license-monitor/db';
import type { Ingestor } from '../ingestion/ingestor';
import { FileFault } from './file-fault';
import { FileTroubles } from './file-troubles';
import type { FileSystem } from './file-system';
import { FindUnread, type Unread } from './find-unread';
import {
  CHUNKS_PER_TURN,
  PROVE_AGAIN_MS,
  ROTATE_WAIT_MS,
  type ByteTotals,
  type FollowOptions,
} from './follow-options';
import { HalfLines } from './half-lines';
import type { SeenFile } from './list-log-files';
import { OpenFiles, placeOf, type OpenFile } from './open-files';
import { isStream } from './prove-identity';
import { SettledFiles } from './settled-files';
import { StreamRegistry } from './stream-registry';

/** What one sweep left to be done. */
export type SweepResult = 'caughtUp' | 'more';

/**
 * Follows the log files of one licence server. Each `sweep` looks at every file by `stat` alone,
 * opens those that changed, and reads them oldest first, so events enter the history in the order
 * of the log. A file that cannot be read does not keep the others waiting.
 */
export class LogFollower {
  private registry: StreamRegistry;
  private readonly openFiles: OpenFiles;
  private readonly halfLines = new HalfLines(ROTATE_WAIT_MS);
  private readonly troubles = new FileTroubles();
  private readonly finder: FindUnread;
  private readonly settled = new SettledFiles();
  /** Since when kept files are no longer listed, by device and inode. */
  private readonly unlistedSince = new Map<string, number>();
  private isStopping = false;
  private arrival: Arrival;
  private onProgress: (totals: ByteTotals) => Promise<void> = async () => undefined;
  private seen: readonly SeenFile[] = [];
  private chunksLeft = 0;
  /** Unread files of the last look that are still to be read, oldest first. */
  private pending: Unread[] = [];
  private provenAt = -Infinity;

  constructor(
    fileSystem: FileSystem,
    private readonly history: HistoryWriter,
    private readonly ingestor: Ingestor,
    private readonly options: FollowOptions,
  ) {
    this.registry = new StreamRegistry(options.serverId);
    this.arrival = options.isImport ? 'import' : 'backlog';
    const keepsNone = options.isImport || options.isShare;
    this.openFiles = new OpenFiles(fileSystem, keepsNone ? 0 : undefined);
    this.finder = new FindUnread(fileSystem, this.openFiles, options, (stream) =>
      this.mark(stream),
    );
  }

  get isShare(): boolean {
    return this.options.isShare;
  }

  /** What keeps a file from being read; undefined when all can be. */
  get trouble(): FileFault | undefined {
    return this.troubles.first;
  }

  /** Takes up where the history stands; call it first, and again after a failed sweep. */
  async resume(): Promise<void> {
    const streams = await this.history.loadStreams(this.options.serverId);
    this.registry = new StreamRegistry(this.options.serverId, streams);
    this.settled.forget();
    this.pending = [];
  }

  /** Makes a running sweep end after the chunk at hand. */
  stop(): void {
    this.isStopping = true;
  }

  /** Closes what is held open; a sweep opens it again. */
  close(): Promise<void> {
    return this.openFiles.closeAll();
  }

  totals(): ByteTotals {
    return this.settled.totals(this.seen);
  }

  /**
   * Reads what is there to be read, in turns: `more` says that there is more, so that other servers
   * are not kept waiting by a busy one.
   *
   * @param onProgress called after each chunk; a long catch-up is told here.
   * @throws FileFault when the directory cannot be listed, or the database's error; nothing is lost,
   * `resume` and sweep again. What is wrong with single files is told by `trouble`.
   */
  async sweep(onProgress: (totals: ByteTotals) => Promise<void>): Promise<SweepResult> {
    this.onProgress = onProgress;
    this.chunksLeft = this.options.isImport ? Infinity : CHUNKS_PER_TURN;
    const isFirstStart = this.registry.isEmpty;
    await this.look();
    await this.drainUnlisted();
    if (this.pending.length === 0) this.pending = await this.findUnread();
    for (let one; (one = this.pending[0]) !== undefined;) {
      await this.readOne(one, isFirstStart && this.options.start === 'end');
      // It may not be at its end: the next turn goes on with it, before all that is newer.
      if (this.isStopping || this.chunksLeft <= 0) return 'more';
      this.pending.shift();
    }
    await this.abandonHalfLines();
    if (await this.ingestor.refoldLate(this.options.serverId))
      this.options.counters.count('refolds');
    if (!this.options.isImport) this.arrival = 'live';
    return 'caughtUp';
  }

  private async readOne(unread: Unread, skip: boolean): Promise<void> {
    await this.withFile(unread.seen, async (open) => {
      // Another file by now: the next sweep finds out which.
      if (placeOf(open.seen) !== placeOf(unread.seen)) return;
      await (skip ? this.skip(unread, open) : this.drain(unread, open));
    });
  }

  private async look(): Promise<void> {
    const now = this.options.now();
    this.options.counters.count('looks');
    const { files, faults } = await this.options.listFiles();
    this.seen = this.withoutSecondNames(files);
    this.troubles.noteListing(faults, new Set(files.map(({ path }) => path)));
    if (now - this.provenAt >= PROVE_AGAIN_MS) {
      this.settled.forget();
      this.provenAt = now;
    }
    if (!this.options.isImport) await this.noteMissing();
  }

  /** Of the names that a file has, the one that its stream was read by last. */
  private withoutSecondNames(files: readonly SeenFile[]): SeenFile[] {
    const byPlace = new Map<string, SeenFile>();
    for (const file of files) {
      const isUsual = this.registry.at(file)?.path === file.path;
      if (isUsual || !byPlace.has(placeOf(file))) byPlace.set(placeOf(file), file);
    }
    return [...byPlace.values()];
  }

  private isDue(file: SeenFile): boolean {
    const isPaused = this.troubles.isPaused(file.path, this.options.now());
    return !isPaused && this.settled.isChanged(file);
  }

  private async findUnread(): Promise<Unread[]> {
    const changed = this.seen.filter((file) => this.isDue(file));
    if (changed.length > 0) this.options.counters.count('looksWithNews');
    const unread: Unread[] = [];
    const replaced: SeenFile[] = [];
    const listed = this.seen;
    const find = (file: SeenFile, areOthersKnown: boolean) =>
      this.withFile(file, async (open) => {
        const found = await this.finder.find(open, this.registry, { listed, areOthersKnown });
        if (found === 'settled') this.settle(file, file.size);
        else if (found === 'replaced') replaced.push(file);
        else if (found !== 'unsure') unread.push(found);
      });
    for (const file of changed) await find(file, false);
    for (const file of replaced) await find(file, true);
    const sorted = unread.sort(
      (a, b) => a.firstStamp - b.firstStamp || (a.seen.name < b.seen.name ? -1 : 1),
    );
    return this.finder.withoutCopies(sorted);
  }

  private async drain(unread: Unread, { seen, file }: OpenFile): Promise<void> {
    // A new stream's clock goes on from the file before, which may have been read only now.
    let stream = this.registry.at(seen) ?? this.registry.begin(seen, unread.firstStamp);
    while (!this.isStopping && this.chunksLeft > 0) {
      const startedAt = performance.now();
      const progress = await this.ingestor.readOn(file, stream, this.arrival);
      if (progress.outcome !== 'read') {
        if (progress.outcome === 'end') this.settle(unread.seen, stream.byteOffset);
        return;
      }
      this.chunksLeft--;
      this.countChunk(stream, performance.now() - startedAt);
      stream = progress.stream;
      this.registry.put(stream);
      this.settled.noteProgress(seen.path, stream.byteOffset);
      await this.onProgress(this.totals());
    }
  }

  private countChunk({ id }: LogStream, tookMs: number): void {
    const { counters } = this.options;
    if (id === 0) counters.count('newFiles');
    counters.count('chunks');
    counters.count('chunkMs', Math.round(tookMs));
  }

  /** Registers a file at its last line end, without reading what is before it. */
  private async skip({ seen, stream }: Unread, { file }: OpenFile): Promise<void> {
    const registered = await this.ingestor.registerAtEnd(file, stream, seen.size);
    this.registry.put(registered);
    this.settle(seen, registered.byteOffset);
  }

  private settle(seen: SeenFile, byteOffset: number): void {
    this.settled.settle(seen, byteOffset);
    this.halfLines.note(seen, byteOffset, this.options.now());
    this.troubles.forget(seen.path);
  }

  /** Reads what is still written to files that were renamed out of the pattern, or deleted. */
  private async drainUnlisted(): Promise<void> {
    const open = this.openFiles.unlisted(this.seen);
    const places = new Set(open.map((one) => placeOf(one.seen)));
    for (const place of this.unlistedSince.keys()) {
      if (!places.has(place)) this.unlistedSince.delete(place);
    }
    for (const one of open) {
      const isOver = await this.drainOneUnlisted(one);
      if (isOver) await this.retire(one);
    }
  }

  /** @returns whether nothing more is to be expected of the file. */
  private async drainOneUnlisted({ seen, file }: OpenFile): Promise<boolean> {
    const now = this.options.now();
    const since = this.unlistedSince.get(placeOf(seen)) ?? now;
    this.unlistedSince.set(placeOf(seen), since);
    const stream = this.registry.at(seen);
    if (stream === undefined) return true;
    try {
      if (!(await isStream(file, stream))) return true;
      const { size } = await file.stat();
      const firstStamp = 0;
      await this.drain({ seen: { ...seen, size }, stream, firstStamp }, { seen, file });
      if (now - since < ROTATE_WAIT_MS) return false;
      await this.abandonHalfLine({ ...seen, size }, file);
      return true;
    } catch (error) {
      // Who holds a file that is gone has no second try.
      if (error instanceof FileFault) return true;
      throw error;
    }
  }

  private async retire(open: OpenFile): Promise<void> {
    this.unlistedSince.delete(placeOf(open.seen));
    await this.openFiles.close(open);
    const stream = this.registry.at(open.seen);
    if (stream?.state === 'live') await this.mark({ ...stream, state: 'gone' });
  }

  private async abandonHalfLines(): Promise<void> {
    const now = this.options.now();
    for (const seen of this.seen) {
      if (!this.halfLines.isAbandoned(seen, now)) continue;
      await this.withFile(seen, ({ file }) => this.abandonHalfLine(seen, file));
    }
  }

  /** The server writes to the newest file; there, a line that is cut may yet be finished. */
  private async abandonHalfLine(seen: SeenFile, file: OpenFile['file']): Promise<void> {
    const stream = this.registry.at(seen);
    if (stream === undefined || stream.id === this.registry.newest()?.id) return;
    if (!(await isStream(file, stream))) return;
    const moved = await this.ingestor.abandonRest(file, stream, seen.size);
    if (moved === undefined) return;
    this.registry.put(moved);
    this.settle(seen, moved.byteOffset);
  }

  private async noteMissing(): Promise<void> {
    const here = new Set(this.seen.map(placeOf));
    const held = new Set(this.openFiles.unlisted(this.seen).map(({ seen }) => placeOf(seen)));
    for (const stream of this.registry.live()) {
      const place = placeOf(stream);
      if (!here.has(place) && !held.has(place)) await this.mark({ ...stream, state: 'gone' });
    }
  }

  private async mark(stream: LogStream): Promise<void> {
    await this.history.markStream(stream);
    this.registry.put(stream);
  }

  private async withFile(seen: SeenFile, work: (open: OpenFile) => Promise<void>): Promise<void> {
    try {
      await this.openFiles.use(seen, work);
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      this.troubles.note(seen.path, error, this.options.now());
    }
  }
}
