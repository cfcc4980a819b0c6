import { open } from 'node:fs/promises';
import {
  createDecoder,
  identifyFile,
  parseRawLine,
  resolveInstant,
  splitLines,
  startOfClock,
  ZoneOffsets,
  type ParsedLine,
} from '@license-monitor/log-parser';
import type { MonitorSettings } from '../settings';
import type { SeenFile } from '../tailing/list-log-files';
import { ok, warning, type Finding } from './finding';

/** How much of the end of a log is looked at. */
const TAIL_BYTES = 4 * 1024 * 1024;
/** Fewer grants say nothing about the zone. */
const MIN_GRANTS = 5;
/** A session asks for its first licence soon after it began; this much is no error of the zone. */
const USUAL_DELAY_MS = 25 * 60_000;
const CLOCK_ERROR_MS = 5 * 60_000;
const QUARTER_HOUR_MS = 15 * 60_000;

/** Checks what the latest log says: whether use is traced, and whether the zone can be right. */
export async function checkContent(
  log: SeenFile,
  { LOG_TIME_ZONE, LOG_ENCODING }: Pick<MonitorSettings, 'LOG_TIME_ZONE' | 'LOG_ENCODING'>,
): Promise<Finding[]> {
  const lines = await readTail(log, LOG_ENCODING);
  const understood = lines.filter(({ type }) => type !== 'malformed');
  if (understood.length === 0) return [];
  return [checkTracing(log, understood), ...checkZone(understood, LOG_TIME_ZONE)];
}

async function readTail({ path, size }: SeenFile, encoding: string): Promise<ParsedLine[]> {
  const file = await open(path);
  try {
    const from = Math.max(0, size - TAIL_BYTES);
    const buffer = Buffer.alloc(TAIL_BYTES);
    const { bytesRead } = await file.read(buffer, 0, TAIL_BYTES, from - (from % 2));
    const bytes = buffer.subarray(0, bytesRead);
    const mark = await file.read(Buffer.alloc(2), 0, 2, 0);
    const decoder = createDecoder(identifyFile(mark.buffer).encoding, encoding);
    return splitLines(bytes, { blockOffset: from, decoder }).map(parseRawLine);
  } finally {
    await file.close();
  }
}

const isUsage = (line: ParsedLine) => 'sessionId' in line;

function checkTracing({ path }: SeenFile, lines: readonly ParsedLine[]): Finding {
  const usages = lines.filter(isUsage).length;
  if (usages > 0) return ok(`Use is traced: ${usages} grants and ends at the end of ${path}.`);
  return warning(
    `${path} has ${lines.length} lines and no use of a licence: usage tracing is off, or nobody works.`,
    'In the administration tool of the licence server, Server Configuration, License usage tracing, choose all products. Refusals are logged in any case.',
  );
}

/**
 * Session ids hold the instant at which the session began (log-format.md §2.6: seen, not documented),
 * so they tell the zone of the stamps beside them, roughly.
 */
function checkZone(lines: readonly ParsedLine[], name: string): Finding[] {
  const zone = new ZoneOffsets(name);
  const clock = startOfClock();
  const delays = lines.flatMap((line) => {
    if (line.type !== 'grant' || line.sessionId === null) return [];
    const begun = parseSessionTime(line.sessionId);
    const { at } = resolveInstant(zone, clock, line.wallAt);
    return begun === null ? [] : [at - begun];
  });
  if (delays.length < MIN_GRANTS) return [];
  const usual = delays.sort((a, b) => a - b)[Math.floor(delays.length / 10)] ?? 0;
  if (usual >= -CLOCK_ERROR_MS && usual <= USUAL_DELAY_MS) {
    return [ok(`LOG_TIME_ZONE = ${name} fits the session ids (a hint only).`)];
  }
  const hours = (Math.round(usual / QUARTER_HOUR_MS) * QUARTER_HOUR_MS) / 3_600_000;
  return [
    warning(
      `LOG_TIME_ZONE = ${name} may be wrong: by the session ids (a hint only) the stamps are ${Math.abs(hours)} h ${hours > 0 ? 'further east' : 'further west'}.`,
      "Set LOG_TIME_ZONE to the zone of the licence server's clock, before much is read.",
    ),
  ];
}

const EARLIEST = Date.UTC(2000, 0);

/** The instant in the low 48 bits of a session id; null where there can be none. */
function parseSessionTime(sessionId: string): number | null {
  const begun = Number.parseInt(sessionId.slice(-12), 16);
  return sessionId.length === 16 && begun >= EARLIEST && begun < Date.now() ? begun : null;
}
