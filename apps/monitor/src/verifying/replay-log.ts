import type { LineRow } from '@license-monitor/db';
import {
  createDecoder,
  identifyFile,
  parseRawLine,
  resolveInstant,
  splitLines,
  startOfClock,
  type ClockState,
  type LineDecoder,
  type ParsedLine,
  type RawLine,
  type ZoneOffsets,
} from '@license-monitor/log-parser';
import { hashLine } from '../ingestion/line-hash';
import type { LogFile } from '../tailing/file-system';

/** A line of a log as a plain reading finds it. */
export interface ReplayedLine extends Omit<LineRow, 'at'> {
  readonly byteOffset: number;
  /** Null where only the files before tell which pass of a repeated hour it is. */
  readonly at: number | null;
}

const BLOCK_BYTES = 4 * 1024 * 1024;

/**
 * Reads a log from its beginning to its last whole line, by the grammar alone: without offsets,
 * memory of parts, or anything else of the follower, so that it can be held against it. Lines that
 * have no stamp are left out, and so are continuations, whose stamp is that of another line.
 */
export class LogReplay {
  private readonly clock: ClockState = startOfClock();
  private wallAt: number | null = null;
  private counts = new Map<number, number>();

  constructor(
    private readonly zone: ZoneOffsets,
    private readonly encoding: string,
  ) {}

  async *read(file: LogFile): AsyncGenerator<ReplayedLine> {
    let decoder: LineDecoder | undefined;
    for (let position = 0; ;) {
      const block = Buffer.alloc(BLOCK_BYTES);
      const bytes = block.subarray(0, await file.readAt(block, position));
      decoder ??= createDecoder(identifyFile(bytes).encoding, this.encoding);
      const lines = splitLines(bytes, { blockOffset: position, decoder });
      yield* this.toLines(lines, bytes, position);
      const last = lines.at(-1);
      if (last === undefined) return;
      position = last.byteOffset + last.byteLength;
    }
  }

  private toLines(lines: readonly RawLine[], bytes: Uint8Array, at: number): ReplayedLine[] {
    return lines.flatMap((raw) => {
      const from = raw.byteOffset - at;
      return this.toLine(raw, bytes.subarray(from, from + raw.byteLength)) ?? [];
    });
  }

  private toLine(raw: RawLine, bytes: Uint8Array): ReplayedLine | undefined {
    const line = parseRawLine(raw);
    if (line.type === 'malformed') return undefined;
    const lineHash = hashLine(bytes);
    if (line.type === 'continuation') {
      // It counts as an equal line all the same.
      if (this.wallAt !== null) this.count(this.wallAt, lineHash);
      return undefined;
    }
    const { at, flag } = resolveInstant(this.zone, this.clock, line.wallAt);
    const occurrence = this.count(line.wallAt, lineHash);
    const { wallAt, type } = line;
    const { byteOffset } = raw;
    const place = { byteOffset, wallAt, at: flag === null ? at : null, lineHash, occurrence };
    return { ...place, type, ...toNames(line) };
  }

  private count(wallAt: number, lineHash: number): number {
    if (wallAt !== this.wallAt) this.counts = new Map();
    this.wallAt = wallAt;
    const occurrence = (this.counts.get(lineHash) ?? 0) + 1;
    this.counts.set(lineHash, occurrence);
    return occurrence;
  }
}

type Names = Pick<LineRow, 'product' | 'user' | 'host' | 'sessionId' | 'quantity'>;

function toNames(line: ParsedLine): Names {
  const isUsage = 'sessionId' in line;
  const isAboutClient = isUsage || line.type === 'denial';
  return {
    product: isAboutClient ? line.product : null,
    user: isAboutClient ? line.user : null,
    host: isAboutClient ? (line.client?.host ?? null) : null,
    sessionId: isUsage ? line.sessionId : null,
    quantity: isUsage ? line.quantity : null,
  };
}
