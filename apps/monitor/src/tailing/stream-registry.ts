import type { LogStream } from '@license-monitor/db';
import { clockBefore } from './clock-before';
import type { LogFile } from './file-system';
import type { SeenFile } from './list-log-files';
import { placeOf } from './open-files';
import {
  beginsAlike,
  endsWithin,
  firstLineOf,
  HEAD_BYTES,
  isStream,
  readBytes,
} from './prove-identity';

/**
 * What a file turned out to be. `replaced`: a known place with new content. `alias`: a second copy
 * of a stream whose own file is still there. `partial`: the beginning of a known stream, such as a
 * copy that is still being made.
 */
export type Identity =
  | { readonly kind: 'known' | 'moved'; readonly stream: LogStream }
  | { readonly kind: 'new' | 'alias' | 'partial' }
  | { readonly kind: 'replaced'; readonly old: LogStream };

/** Works with the file of a stream where that is still in its place; gives undefined where not. */
export type Reach = <Result>(
  stream: LogStream,
  work: (file: LogFile) => Promise<Result>,
) => Promise<Result | undefined>;

/**
 * The streams of one licence server, and which file is which of them. Device and inode are a hint;
 * the first bytes and the bytes before the offset are the proof. Looking a file up costs the same
 * however many streams there were.
 */
export class StreamRegistry {
  private readonly streams = new Map<number, LogStream>();
  private readonly idByPlace = new Map<string, number>();
  private readonly idsByFirstLine = new Map<string, Set<number>>();

  constructor(
    private readonly serverId: number,
    known: Iterable<LogStream> = [],
  ) {
    for (const stream of known) this.put(stream);
  }

  get isEmpty(): boolean {
    return this.streams.size === 0;
  }

  /** The streams whose file was there when it was looked for last. */
  live(): LogStream[] {
    return [...this.streams.values()].filter(({ state }) => state === 'live');
  }

  /** The stream that was read last, by its stamps: the server writes to its file, or did. */
  newest(): LogStream | undefined {
    let newest: LogStream | undefined;
    for (const stream of this.streams.values()) {
      if ((newest?.lastLineAt ?? -Infinity) < (stream.lastLineAt ?? -Infinity)) newest = stream;
    }
    return newest;
  }

  get(id: number): LogStream | undefined {
    return this.streams.get(id);
  }

  /** The stream whose file has this device and inode. */
  at(place: { readonly dev: string; readonly ino: string }): LogStream | undefined {
    const id = this.idByPlace.get(placeOf(place));
    return id === undefined ? undefined : this.streams.get(id);
  }

  put(stream: LogStream): void {
    const before = this.streams.get(stream.id);
    if (before !== undefined) this.forgetPlace(before);
    this.streams.set(stream.id, stream);
    if (stream.state === 'superseded') {
      this.idsByFirstLine.get(firstLineOf(stream.head))?.delete(stream.id);
      return;
    }
    this.idByPlace.set(placeOf(stream), stream.id);
    const firstLine = firstLineOf(stream.head);
    const ids = this.idsByFirstLine.get(firstLine) ?? new Set();
    this.idsByFirstLine.set(firstLine, ids.add(stream.id));
  }

  private forgetPlace(stream: LogStream): void {
    if (this.idByPlace.get(placeOf(stream)) === stream.id) this.idByPlace.delete(placeOf(stream));
  }

  /** Says what a file is, reading only its proofs. */
  async identify(seen: SeenFile, file: LogFile, reach: Reach): Promise<Identity> {
    const samePlace = this.at(seen);
    if (samePlace !== undefined && (await isStream(file, samePlace))) {
      return { kind: 'known', stream: movedTo(samePlace, seen) };
    }
    const elsewhere = await this.findElsewhere(seen, file, reach);
    if (elsewhere !== undefined) return elsewhere;
    return samePlace === undefined ? { kind: 'new' } : { kind: 'replaced', old: samePlace };
  }

  /** The stream of another place that a file is, or is the beginning of. */
  private async findElsewhere(
    seen: SeenFile,
    file: LogFile,
    reach: Reach,
  ): Promise<Identity | undefined> {
    const head = await readBytes(file, 0, HEAD_BYTES);
    for (const stream of this.alike(head)) {
      if (placeOf(stream) === placeOf(seen)) continue;
      if (await isStream(file, stream)) {
        const isThere = await reach(stream, async (own) => isStream(own, stream));
        return isThere ? { kind: 'alias' } : { kind: 'moved', stream: movedTo(stream, seen) };
      }
      if (seen.size >= stream.byteOffset) continue;
      if (await reach(stream, (own) => endsWithin(file, own, seen.size)))
        return { kind: 'partial' };
    }
    return undefined;
  }

  private alike(head: Uint8Array): LogStream[] {
    const ids = this.idsByFirstLine.get(firstLineOf(head)) ?? [];
    return [...ids]
      .flatMap((id) => this.streams.get(id) ?? [])
      .filter((stream) => beginsAlike(head, stream.head));
  }

  /**
   * A stream for a file that is new. It is stored with its first lines, never before.
   *
   * @param firstStamp stamp of its first line, which tells after which stream its clock goes on.
   */
  begin(seen: SeenFile, firstStamp: number): LogStream {
    return {
      id: 0,
      serverId: this.serverId,
      path: seen.path,
      dev: seen.dev,
      ino: seen.ino,
      head: new Uint8Array(),
      anchor: new Uint8Array(),
      byteOffset: 0,
      state: 'live',
      clock: clockBefore(this.streams.values(), firstStamp),
      lastLineAt: null,
    };
  }
}

const movedTo = (stream: LogStream, { path, dev, ino }: SeenFile): LogStream => ({
  ...stream,
  path,
  dev,
  ino,
});
