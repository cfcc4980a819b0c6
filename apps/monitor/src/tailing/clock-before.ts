import { startOfClock, type ClockState } from '@license-monitor/log-parser';

/** The hour that autumn repeats: a file may begin that much before its predecessor's last stamp. */
const REPEATED_HOUR_MS = 61 * 60_000;

/** A file that was read: its clock, and the instant of its last line. */
export interface ReadFile {
  readonly clock: Readonly<ClockState>;
  readonly lastLineAt: number | null;
}

/**
 * The clock that a file goes on with: that of the file before it.
 *
 * @param firstStamp stamp of its first line.
 */
export function clockBefore(files: Iterable<ReadFile>, firstStamp: number): ClockState {
  let before: ReadFile | undefined;
  for (const file of files) {
    const { lastWallAt } = file.clock;
    if (lastWallAt === null || lastWallAt > firstStamp + REPEATED_HOUR_MS) continue;
    if ((before?.lastLineAt ?? -Infinity) < (file.lastLineAt ?? -Infinity)) before = file;
  }
  return before === undefined ? startOfClock() : { ...before.clock };
}
