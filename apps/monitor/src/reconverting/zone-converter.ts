import type { ConvertedLine, FileClock, StampedLine } from '@license-monitor/db';
import { resolveInstant, type ClockState, type ZoneOffsets } from '@license-monitor/log-parser';
import { clockBefore } from '../tailing/clock-before';

/** Gives the lines of a server's files their instants in a zone, the oldest file first. */
export class ZoneConverter {
  private readonly files = new Map<number, FileClock>();

  constructor(private readonly zone: ZoneOffsets) {}

  /** The clock of each file behind its last line. */
  get clocks(): ReadonlyMap<number, FileClock> {
    return this.files;
  }

  /** @param lines of one file, in its order; later calls go on with it. */
  readonly convert = (streamId: number, lines: readonly StampedLine[]): ConvertedLine[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const clock = { ...this.clockOf(streamId, first.wallAt) };
    const converted = lines.map((line) => ({
      ...line,
      ...resolveInstant(this.zone, clock, line.wallAt),
    }));
    const lastLineAt = converted.at(-1)?.at ?? 0;
    this.files.set(streamId, { clock, lastLineAt });
    return converted;
  };

  private clockOf(streamId: number, firstStamp: number): Readonly<ClockState> {
    return this.files.get(streamId)?.clock ?? clockBefore(this.files.values(), firstStamp);
  }
}
