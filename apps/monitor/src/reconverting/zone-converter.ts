import type { ConvertedLine, FileClock, StampedLine } from '@license-monitor/db';
import { resolveInstant, startOfClock, type ZoneOffsets } from '@license-monitor/log-parser';
import { REPEATED_HOUR_MS } from '../tailing/stream-registry';

/** Gives the lines of a server's files their instants in a zone, the oldest file first. */
export class ZoneConverter {
  private readonly known = new Map<number, FileClock>();

  constructor(private readonly zone: ZoneOffsets) {}

  /** The clock of each file behind its last line. */
  get clocks(): ReadonlyMap<number, FileClock> {
    return this.known;
  }

  /** @param lines of one file, in its order; later calls go on with it. */
  readonly convert = (streamId: number, lines: readonly StampedLine[]): ConvertedLine[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const { lastWallAt, isSecondPass } = this.known.get(streamId) ?? this.clockBefore(first.wallAt);
    const clock = { lastWallAt, isSecondPass };
    const converted = lines.map((line) => ({
      ...line,
      ...resolveInstant(this.zone, clock, line.wallAt),
    }));
    const lastLineAt = converted.at(-1)?.at ?? 0;
    this.known.set(streamId, { ...clock, lastLineAt });
    return converted;
  };

  /** A file goes on with the clock of the one before it. */
  private clockBefore(firstStamp: number) {
    let before: FileClock | undefined;
    for (const clock of this.known.values()) {
      if ((clock.lastWallAt ?? Infinity) > firstStamp + REPEATED_HOUR_MS) continue;
      if ((before?.lastLineAt ?? -Infinity) < clock.lastLineAt) before = clock;
    }
    return before ?? startOfClock();
  }
}
