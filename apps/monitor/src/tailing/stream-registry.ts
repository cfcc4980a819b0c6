import type { LogStream } from '@license-monitor/db';
import { startOfClock, type ClockState } from '@license-monitor/log-parser';
import type { LogFile } from './file-system';
import type { SeenFile } from './list-log-files';
import { HEAD_BYTES, isEqual, isStream, readBytes } from './prove-identity';

/**
 * What a file turned out to be. `replaced`: a known place with new content. `alias`: a second copy
 * of a stream whose own file is still there. `partial`: the beginning of a known stream, such as a
 * copy that is still being made.
 */
export type Identity =
  | { readonly kind: 'known' | 'moved'; readonly stream: LogStream }
  | { readonly kind: 'new' | 'alias' | 'partial' }
  | { readonly kind: 'replaced'; readonly old: LogStream };

/** The hour that autumn repeats: a file may begin that much before its predecessor's last stamp. */
const REPEATED_HOUR_MS = 61 * 60_000;

/**
 * The streams of one licence server, and which file is which of them. Device and inode are a hint;
 * the first bytes and the bytes before the offset are the proof.
 */
export class StreamRegistry {
  private readonly streams = new Map<number, LogStream>();

  constructor(
    private readonly serverId: number,
    known: Iterable<LogStream> = [],
  ) {
    for (const stream of known) this.put(stream);
  }

  get isEmpty(): boolean {
    return this.streams.size === 0;
  }

  /** Streams that still have, or had, a file of their own. */
  current(): LogStream[] {
    return [...this.streams.values()].filter(({ state }) => state !== 'superseded');
  }

  put(stream: LogStream): void {
    this.streams.set(stream.id, stream);
  }

  /** Says what a file is, reading only its proofs. */
  async identify(
    seen: SeenFile,
    file: LogFile,
    isStillThere: (stream: LogStream) => Promise<boolean>,
  ): Promise<Identity> {
    const samePlace = this.current().find(({ dev, ino }) => dev === seen.dev && ino === seen.ino);
    if (samePlace !== undefined && (await isStream(file, samePlace))) {
      return { kind: 'known', stream: at(samePlace, seen) };
    }
    const head = await readBytes(file, 0, HEAD_BYTES);
    for (const stream of this.current()) {
      if (stream === samePlace || !beginsAlike(head, stream.head)) continue;
      if (await isStream(file, stream)) {
        if (await isStillThere(stream)) return { kind: 'alias' };
        return { kind: 'moved', stream: at(stream, seen) };
      }
      if (seen.size < stream.byteOffset) return { kind: 'partial' };
    }
    return samePlace === undefined ? { kind: 'new' } : { kind: 'replaced', old: samePlace };
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
      clock: this.clockBefore(firstStamp),
      lastLineAt: null,
    };
  }

  private clockBefore(firstStamp: number): ClockState {
    let before: LogStream | undefined;
    for (const stream of this.streams.values()) {
      const { lastWallAt } = stream.clock;
      if (lastWallAt === null || lastWallAt > firstStamp + REPEATED_HOUR_MS) continue;
      if ((before?.lastLineAt ?? -Infinity) < (stream.lastLineAt ?? -Infinity)) before = stream;
    }
    return before === undefined ? startOfClock() : { ...before.clock };
  }
}

const at = (stream: LogStream, { path, dev, ino }: SeenFile): LogStream => ({
  ...stream,
  path,
  dev,
  ino,
});

/** Whether the shorter of two beginnings is the beginning of the other. */
function beginsAlike(a: Uint8Array, b: Uint8Array): boolean {
  const length = Math.min(a.length, b.length);
  return length > 0 && isEqual(a.subarray(0, length), b.subarray(0, length));
}
