import type { Arrival, HistoryWriter, LogStream } from '@license-monitor/db';
import type { ZoneOffsets } from '@license-monitor/log-parser';
import type { LogFile } from '../tailing/file-system';
import { readBytes } from '../tailing/prove-identity';
import { CHUNK_BYTES, readLines, readRest, type LineBlock } from '../tailing/read-lines';
import { ChunkBuilder } from './chunk-builder';
import type { LineFormat, LineFormats } from './line-formats';
import { Occurrences } from './occurrences';
import { ReadAhead, type PreparedChunk } from './read-ahead';

/** How the lines of one licence server are read. */
export interface ServerFormat {
  readonly zone: ZoneOffsets;
  readonly formats: LineFormats;
}

/** How the lines of one stream are read. */
type StreamFormat = LineFormat & Pick<ServerFormat, 'zone'>;

/** How a chunk of them is made. */
type ChunkFormat = StreamFormat & { readonly arrival: Arrival };

/** The byte-order mark tells the encoding. */
const MARK_BYTES = 2;

/** Makes chunks for the history of the bytes that follow what is stored of a file. */
export class ChunkMaker {
  /** By the id of the stream: how often each line of its last stamp was there. */
  private readonly occurrences = new Map<number, Occurrences>();
  private readonly ahead = new ReadAhead();

  constructor(
    private readonly history: HistoryWriter,
    /** By the id of the server. */
    private readonly formats: ReadonlyMap<number, ServerFormat>,
    private readonly now: () => number,
  ) {}

  /**
   * The next chunk of a stream. Behind it, where a file has much more, another one is begun, to be
   * made while the database writes this one.
   */
  async next(
    file: LogFile,
    stream: LogStream,
    arrival: Arrival,
  ): Promise<PreparedChunk | 'changed' | 'end'> {
    const format = { ...(await this.formatOf(file, stream)), arrival };
    const ready = await this.ahead.take(file, stream);
    const next = ready ?? (await this.prepare(file, stream, format));
    if (typeof next === 'string') return next;
    if (arrival !== 'live' && next.byteLength >= CHUNK_BYTES / 2) {
      this.ahead.begin(file, next, (after, occurrences) =>
        this.prepare(file, after, format, occurrences),
      );
    }
    return next;
  }

  /**
   * A line that nobody will finish, as a chunk.
   *
   * @param size of the file, in bytes.
   * @returns undefined where there is no half line.
   */
  async rest(file: LogFile, stream: LogStream, size: number): Promise<PreparedChunk | undefined> {
    const format = await this.formatOf(file, stream);
    const rest = await readRest(file, stream, { size, decoder: format.decoder });
    return rest && this.build(stream, rest, { ...format, arrival: 'live' });
  }

  async formatOf(file: LogFile, { head, serverId }: LogStream): Promise<StreamFormat> {
    const server = this.formats.get(serverId);
    if (server === undefined) throw new Error(`server ${serverId} is not one of this ingestor`);
    const known = head.length >= MARK_BYTES ? head : await readBytes(file, 0, MARK_BYTES);
    return { ...server.formats.find(known), zone: server.zone };
  }

  /** Goes on from a chunk that is stored now. */
  confirm(stored: LogStream, { occurrences }: PreparedChunk): void {
    this.occurrences.set(stored.id, occurrences);
  }

  /** Starts from what is stored: numbers of names, too, may be no longer right. */
  forget(): void {
    this.ahead.forget();
    this.occurrences.clear();
  }

  private async prepare(
    file: LogFile,
    stream: LogStream,
    format: ChunkFormat,
    known?: Occurrences,
  ): Promise<PreparedChunk | 'changed' | 'end'> {
    const block = await readLines(file, stream, format.decoder);
    if (typeof block === 'string') return block;
    return this.build(stream, block, format, known);
  }

  private async build(
    stream: LogStream,
    block: LineBlock,
    { parser, zone, arrival }: ChunkFormat,
    known?: Occurrences,
  ): Promise<PreparedChunk> {
    const occurrences = (known ?? (await this.occurrencesOf(stream))).copy();
    const context = { zone, parser, names: this.history.names, seenAt: this.now(), arrival };
    const chunk = await new ChunkBuilder(stream, block, occurrences, context).build();
    return { chunk, occurrences, byteLength: block.block.length };
  }

  private async occurrencesOf(stream: LogStream): Promise<Occurrences> {
    if (stream.id === 0) return new Occurrences();
    const known = this.occurrences.get(stream.id);
    if (known !== undefined) return known;
    const counts = await this.history.countOccurrences(stream);
    return new Occurrences(stream.clock.lastWallAt, counts);
  }
}
