import { writeFileSync } from 'node:fs';
import type { LogStream } from '@license-monitor/db';
import { BlockParser, createLineDecoder, type ParsedLine } from '@license-monitor/log-parser';
import { useFolder } from '../testing/folder';
import { nodeFileSystem } from './file-system';
import { readLines } from './read-lines';

const folder = useFolder();
const lines = Array.from(
  { length: 90 },
  (_, at) =>
    `2025/05/19 03:00:00:${String(at).padStart(3, '0')} I X  ${'é'.repeat(at % 7)}${at % 5 === 0 ? '\r' : ''}\n`,
);
const longest = Math.max(...lines.map((line) => Buffer.byteLength(line)));
const sizes = [
  ...Array.from({ length: 200 }, (_, more) => longest + more),
  ...[65_535, 65_536, 65_537],
];

interface Read {
  readonly lines: readonly (readonly [ParsedLine, number, number])[];
  readonly byteOffset: number;
}

async function readAll(path: string, chunkBytes: number): Promise<Read> {
  const file = await nodeFileSystem.open(path);
  const decoder = createLineDecoder();
  const parser = new BlockParser(decoder);
  const found: [ParsedLine, number, number][] = [];
  let stream = { byteOffset: 0, head: new Uint8Array(), anchor: new Uint8Array() } as LogStream;
  for (;;) {
    const block = await readLines(file, stream, decoder, chunkBytes);
    if (block === 'end' || block === 'changed') break;
    parser.parseBlock(block.block, block.blockOffset, (...line) => found.push(line));
    stream = { ...stream, ...block };
  }
  await file.close();
  return { lines: found, byteOffset: stream.byteOffset };
}

describe('a log read in chunks', () => {
  it(`gives the same lines and places, whatever the size of a chunk is`, async () => {
    const path = folder.path('LicenseServer.log');
    writeFileSync(path, `${lines.join('')}2025/05/19 unfinished`);
    const whole = await readAll(path, 1_000_000);
    expect(whole.lines).toHaveLength(90);
    expect(whole.byteOffset).toBe(Buffer.byteLength(lines.join('')));
    for (const size of sizes) expect(await readAll(path, size)).toEqual(whole);
  });
});
