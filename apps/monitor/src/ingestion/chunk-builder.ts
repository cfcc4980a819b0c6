import { setImmediate } from 'node:timers/promises';
import type {
  Arrival,
  Chunk,
  LogStream,
  Names,
  NewEvent,
  NewMessage,
  NewQuarantine,
} from '@license-monitor/db';
import {
  resolveInstant,
  type BlockParser,
  type ClockState,
  type LineHeader,
  type LineRange,
  type MalformedLine,
  type ParsedLine,
  type TimeFlag,
  type ZoneOffsets,
} from '@license-monitor/log-parser';
import type { LineBlock } from '../tailing/read-lines';
import { hashLine } from './line-hash';
import type { Occurrences } from './occurrences';
import { joinEvent, toEvent } from './to-event';

/** How much is parsed before others have their turn: about a millisecond's work, in bytes. */
const SLICE_BYTES = 32 * 1024;
/** How much of a line that is not understood is kept, in bytes. */
const QUARANTINE_BYTES = 1024;
/** A stamp further ahead than this is a fault, not the future, in milliseconds. */
const FUTURE_LIMIT_MS = 24 * 60 * 60_000;

/** What turning lines into rows needs. */
export interface BuildContext {
  readonly parser: BlockParser;
  readonly zone: ZoneOffsets;
  readonly names: Names;
  /** When the bytes were read, UTC milliseconds. */
  readonly seenAt: number;
  readonly arrival: Arrival;
}

/**
 * Turns the lines of one block into a chunk for the history. Every line ends in exactly one of
 * event, message and quarantine, so the byte ranges add up to the block.
 */
export class ChunkBuilder {
  private readonly events: NewEvent[] = [];
  private readonly messages: NewMessage[] = [];
  private readonly quarantined: NewQuarantine[] = [];
  private readonly clock: ClockState;
  private firstLineAt: number | null = null;
  private lastLineAt: number | null;
  private lines = 0;

  constructor(
    private readonly stream: LogStream,
    private readonly block: LineBlock,
    /** Moved on by `build`: pass a copy. */
    private readonly occurrences: Occurrences,
    private readonly context: BuildContext,
  ) {
    this.clock = { ...stream.clock };
    this.lastLineAt = stream.lastLineAt;
  }

  /** Gives way between slices of the block: meanwhile the database may go on with its work. */
  async build(): Promise<Chunk> {
    await this.parse();
    const { byteOffset, head, anchor } = this.block;
    const { events, messages, quarantined, clock, firstLineAt, lastLineAt, lines } = this;
    const { serverId } = this.stream;
    const { seenAt, arrival } = this.context;
    return {
      serverId,
      stream: this.stream,
      byteOffset,
      head,
      anchor,
      clock,
      firstLineAt,
      lastLineAt,
      arrival,
      lines,
      events,
      messages,
      quarantined,
      seenAt,
    };
  }

  private async parse(): Promise<void> {
    const { block, blockOffset, byteOffset, fault } = this.block;
    const visit = (line: ParsedLine, lineOffset: number, byteLength: number) => {
      this.lines++;
      this.add({ byteOffset: lineOffset, byteLength }, line);
    };
    if (fault !== null) {
      visit({ type: 'malformed', reason: fault }, blockOffset, byteOffset - blockOffset);
      return;
    }
    const { parser } = this.context;
    for (let from = 0, sliceBytes = SLICE_BYTES; from < block.length;) {
      const slice = block.subarray(from, from + sliceBytes);
      const read = parser.parseBlock(slice, blockOffset + from, visit);
      if (read === 0 && slice.length < sliceBytes) return;
      // A line that is longer than the slice needs a longer one.
      sliceBytes = read === 0 ? 2 * sliceBytes : SLICE_BYTES;
      from += read;
      if (from < block.length) await setImmediate();
    }
  }

  private add(raw: LineRange, line: ParsedLine): void {
    switch (line.type) {
      case 'malformed':
        return this.addQuarantine(raw, line.reason);
      case 'continuation':
        return this.addContinuation(raw, line.text);
      case 'message': {
        const { level, category, text } = line;
        const when = this.readClock(raw, line);
        if (when)
          this.messages.push({ ...this.placeOf(raw, line.wallAt, when.at), level, category, text });
        return;
      }
      default: {
        const when = this.readClock(raw, line);
        if (!when) return;
        const content = toEvent(line, this.context.names);
        const place = this.placeOf(raw, line.wallAt, when.at);
        this.events.push(joinEvent(place, content, when.flag));
      }
    }
  }

  /** The instant of a line; a stamp far ahead quarantines the line and leaves the clock alone. */
  private readClock(raw: LineRange, { wallAt }: LineHeader): When | undefined {
    const before = { ...this.clock };
    const when = resolveInstant(this.context.zone, this.clock, wallAt);
    if (when.at > this.context.seenAt + FUTURE_LIMIT_MS) {
      Object.assign(this.clock, before);
      this.addQuarantine(raw, 'futureStamp');
      return undefined;
    }
    this.firstLineAt ??= when.at;
    this.lastLineAt = when.at;
    return when;
  }

  private placeOf({ byteOffset, byteLength }: LineRange, wallAt: number, at: number) {
    const lineHash = hashLine(this.bytesOf(byteOffset, byteLength));
    const occurrence = this.occurrences.next(wallAt, lineHash);
    return { byteOffset, byteLength, wallAt, at, lineHash, occurrence };
  }

  /** A continuation has no stamp of its own: it belongs to the record before it. */
  private addContinuation(raw: LineRange, text: string): void {
    const { lastWallAt: wallAt } = this.clock;
    const at = this.lastLineAt;
    if (wallAt === null || at === null) return this.addQuarantine(raw, 'noHeader');
    this.messages.push({ ...this.placeOf(raw, wallAt, at), level: null, category: null, text });
  }

  private addQuarantine(raw: LineRange, reason: MalformedLine['reason'] | 'futureStamp'): void {
    const { byteOffset, byteLength } = raw;
    const bytes = this.bytesOf(byteOffset, Math.min(byteLength, QUARANTINE_BYTES));
    this.quarantined.push({ byteOffset, byteLength, reason, bytes });
  }

  private bytesOf(byteOffset: number, length: number): Uint8Array {
    const from = byteOffset - this.block.blockOffset;
    return this.block.block.subarray(from, from + length);
  }
}

interface When {
  readonly at: number;
  readonly flag: TimeFlag | null;
}
