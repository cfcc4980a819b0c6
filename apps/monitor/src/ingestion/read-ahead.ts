import type { Chunk, LogStream } from '@license-monitor/db';
import type { LogFile } from '../tailing/file-system';
import type { Occurrences } from './occurrences';

/** A chunk that is ready to be committed, and what must be known to make the one behind it. */
export interface PreparedChunk {
  readonly chunk: Chunk;
  readonly occurrences: Occurrences;
  /** Bytes of its lines. */
  readonly byteLength: number;
}

type Prepare = (
  stream: LogStream,
  occurrences: Occurrences,
) => Promise<PreparedChunk | 'changed' | 'end'>;

interface Begun {
  readonly file: LogFile;
  readonly byteOffset: number;
  readonly prepared: Promise<PreparedChunk | undefined>;
}

/**
 * The chunk behind the one that is being committed, made meanwhile: the database writes on another
 * thread. Nothing of it counts until it is committed in its turn.
 */
export class ReadAhead {
  private begun: Begun | undefined;

  /** Starts to make the chunk behind `before`; a fault of it shows when it is read in its turn. */
  begin(file: LogFile, before: PreparedChunk, prepare: Prepare): void {
    const { chunk, occurrences } = before;
    const { byteOffset, head, anchor, clock, lastLineAt } = chunk;
    const stream = { ...chunk.stream, byteOffset, head, anchor, clock, lastLineAt };
    const prepared = prepare(stream, occurrences).then(
      (next) => (typeof next === 'string' ? undefined : next),
      () => undefined,
    );
    this.begun = { file, byteOffset, prepared };
  }

  /** The chunk that follows `stream`, where it was begun; it is given once. */
  async take(file: LogFile, stream: LogStream): Promise<PreparedChunk | undefined> {
    const { begun } = this;
    this.begun = undefined;
    if (begun?.file !== file || begun.byteOffset !== stream.byteOffset) return undefined;
    const prepared = await begun.prepared;
    return prepared && { ...prepared, chunk: { ...prepared.chunk, stream } };
  }

  /** Drops what was begun: the numbers of its names may be no longer right. */
  forget(): void {
    this.begun = undefined;
  }
}
