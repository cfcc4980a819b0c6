import { toNameKey, type HistoryReader, type LineRow } from '@license-monitor/db';
import { ZoneOffsets } from '@license-monitor/log-parser';
import { archiveFileSystem } from '../importing/archive-file-system';
import { findLogFiles, PathError } from '../importing/find-log-files';
import type { MonitorSettings } from '../settings';
import { LogReplay, type ReplayedLine } from './replay-log';

/** A line that the history does not hold as the log has it. */
export interface Difference {
  readonly path: string;
  readonly byteOffset: number;
  /** What is wrong: the whole line is missing, or a field of it is another one. */
  readonly what: string;
}

export interface Verification {
  readonly files: number;
  readonly lines: number;
  readonly differences: number;
  /** The first ones. */
  readonly examples: readonly Difference[];
}

/** How many differences are told. */
const MAX_EXAMPLES = 20;
/** Lines that are looked up at once. */
const LINES_PER_LOOKUP = 2_000;
/** Stamps further ahead are quarantined, see `docs/errors.md`. */
const FUTURE_LIMIT_MS = 24 * 60 * 60_000;

export type VerifySettings = Pick<
  MonitorSettings,
  'LOG_PATTERN_FILE' | 'LOG_ENCODING' | 'LOG_TIME_ZONE' | 'SERVER_NAME'
>;

/**
 * Reads logs anew, line by line, and holds the history against them: every line with a stamp must be
 * there, once, with the same fields. In constant memory, however long the history is.
 *
 * @throws PathError when no file is found; Error when the history does not know the server.
 */
export async function verifyLogs(
  history: HistoryReader,
  settings: VerifySettings,
  paths: readonly string[],
): Promise<Verification> {
  const files = await findLogFiles(archiveFileSystem, paths, settings.LOG_PATTERN_FILE);
  const server = (await history.servers()).find(({ name }) => name === settings.SERVER_NAME);
  if (server === undefined) {
    throw new PathError(`the history knows no server "${settings.SERVER_NAME}": set SERVER_NAME`);
  }
  const zone = new ZoneOffsets(settings.LOG_TIME_ZONE);
  const check = new Check(history, server.id);
  for (const { path } of files) {
    const replay = new LogReplay(zone, settings.LOG_ENCODING);
    const file = await archiveFileSystem.open(path);
    await check.file(path, replay.read(file)).finally(() => file.close());
  }
  const { lines, differences, examples } = check;
  return { files: files.length, lines, differences, examples };
}

class Check {
  lines = 0;
  differences = 0;
  readonly examples: Difference[] = [];

  constructor(
    private readonly history: HistoryReader,
    private readonly serverId: number,
  ) {}

  async file(path: string, lines: AsyncIterable<ReplayedLine>): Promise<void> {
    let batch: ReplayedLine[] = [];
    for await (const line of lines) {
      if (line.wallAt > Date.now() + FUTURE_LIMIT_MS) continue;
      batch.push(line);
      if (batch.length < LINES_PER_LOOKUP) continue;
      await this.compare(path, batch);
      batch = [];
    }
    if (batch.length > 0) await this.compare(path, batch);
  }

  private async compare(path: string, lines: readonly ReplayedLine[]): Promise<void> {
    const walls = lines.map(({ wallAt }) => wallAt);
    const [from, to] = [Math.min(...walls), Math.max(...walls)];
    const rows = await this.history.linesBetween(this.serverId, from, to);
    const byKey = new Map(rows.map((row) => [toKey(row), row]));
    for (const line of lines) {
      this.lines++;
      const row = byKey.get(toKey(line));
      const what = row === undefined ? 'is not in the history' : findDifference(line, row);
      if (what === undefined) continue;
      this.differences++;
      const { byteOffset } = line;
      if (this.examples.length < MAX_EXAMPLES) this.examples.push({ path, byteOffset, what });
    }
  }
}

const toKey = ({ wallAt, lineHash, occurrence }: ReplayedLine | LineRow) =>
  `${wallAt} ${lineHash} ${occurrence}`;

const FIELDS = ['type', 'product', 'user', 'host', 'sessionId', 'quantity'] as const;
/** Names are kept as they were spelled first, and no longer than this. */
const MAX_NAME = 256;

function findDifference(line: ReplayedLine, row: LineRow): string | undefined {
  if (line.at !== null && line.at !== row.at) return `at is ${row.at}, not ${line.at}`;
  const field = FIELDS.find((name) => toComparable(line[name]) !== toComparable(row[name]));
  return field && `${field} is ${String(row[field])}, not ${String(line[field])}`;
}

const toComparable = (value: string | number | null) =>
  toNameKey(String(value ?? '').slice(0, MAX_NAME));
