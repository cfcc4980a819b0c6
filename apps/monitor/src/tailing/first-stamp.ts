import { createDecoder, identifyFile, parseRawLine, splitLines } from '@license-monitor/log-parser';

/**
 * The stamp of the first line that has one, as wall clock milliseconds; infinity where the bytes
 * hold none. Orders files whatever their names are.
 */
export function findFirstStamp(head: Uint8Array): number {
  const decoder = createDecoder(identifyFile(head).encoding);
  for (const raw of splitLines(head, { blockOffset: 0, decoder })) {
    const line = parseRawLine(raw);
    if ('wallAt' in line) return line.wallAt;
  }
  return Number.POSITIVE_INFINITY;
}
