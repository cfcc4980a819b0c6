import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ZoneOffsets } from '@license-monitor/log-parser';
import { noAnswer, type CapacityReading } from './capacity-reading';
import { decodeText } from './decode-text';
import { readCapacityText } from './read-capacity-text';
import { readStamp } from './taken-at';

/** Nothing that a licence server says of its capacity comes near. */
const MAX_BYTES = 64 * 1024 * 1024;

/** How the outputs of one licence server's tool are read. */
export interface CapacityFormat {
  readonly zone: ZoneOffsets;
  /** Code page of text that is not UTF-8. */
  readonly encoding: string;
}

/** What one file says. */
export interface CapacityFile {
  readonly origin: string;
  /** UTC milliseconds: as the name says, else when the file was changed last. */
  readonly takenAt: number;
  readonly readings: readonly CapacityReading[];
}

/** Reads a file with output of the administration tool. Never throws: trouble is a reading, too. */
export async function readCapacityFile(
  path: string,
  { zone, encoding }: CapacityFormat,
  now: number,
): Promise<CapacityFile> {
  const origin = basename(path);
  const stamp = readStamp(origin, zone, now);
  try {
    const { size, mtimeMs } = await stat(path);
    const takenAt = stamp ?? Math.min(Math.floor(mtimeMs), now);
    if (size > MAX_BYTES) {
      const words = `${path} has ${size} bytes, more than ${MAX_BYTES}`;
      return { origin, takenAt, readings: [noAnswer(null, 'fileTooLarge', words)] };
    }
    const text = decodeText(await readFile(path), encoding);
    return { origin, takenAt, readings: readCapacityText(text, zone) };
  } catch (error) {
    // Not there any more, not readable, a directory: the operating system says which.
    const words = (error as Error).message;
    return { origin, takenAt: stamp ?? now, readings: [noAnswer(null, 'fileUnreadable', words)] };
  }
}
