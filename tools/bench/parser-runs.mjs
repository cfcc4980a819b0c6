// Our parser on a file, with all events made.
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const require = createRequire(import.meta.url);
const CHUNK_BYTES = 1024 * 1024;
/** Blocks of which one is asked how much memory it took. */
const BLOCKS_PER_SAMPLE = 8;

const load = () => ({
  ...require(join(root, 'libs/log-parser')),
  ...require(join(root, 'libs/log-parser/dist/node')),
});

/** As the monitor reads: blocks of whole lines. */
export function parseBlocks(file) {
  const { BlockParser, createNodeDecoder } = load();
  const parser = new BlockParser(createNodeDecoder());
  const counts = { lines: 0, events: 0 };
  const visit = ({ type }) => count(counts, type);
  const memory = new AllocationMeter();
  const seconds = readBlocks(file, (block, position) => {
    memory.begin();
    const lines = counts.lines;
    const read = parser.parseBlock(block, position, visit);
    memory.end(counts.lines - lines);
    return read;
  });
  return { ...counts, seconds, bytesPerLine: memory.bytesPerLine };
}

/** The same without what the parser remembers: what a line costs that is like no line before. */
export function parseLineByLine(file) {
  const { createNodeDecoder, parseRawLine, splitLines } = load();
  const decoder = createNodeDecoder();
  const counts = { lines: 0, events: 0 };
  const seconds = readBlocks(file, (block, blockOffset) => {
    let read = 0;
    for (const line of splitLines(block, { blockOffset, decoder })) {
      count(counts, parseRawLine(line).type);
      read += line.byteLength;
    }
    return read;
  });
  return { ...counts, seconds };
}

function count(counts, type) {
  counts.lines++;
  if (type === 'grant' || type === 'detachment' || type === 'timeout') counts.events++;
}

/** Gives a file block by block; `parse` says how many bytes it took. Returns the seconds it took. */
function readBlocks(file, parse) {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const descriptor = openSync(file, 'r');
  const start = process.hrtime.bigint();
  for (let position = 0; ;) {
    const block = buffer.subarray(0, readSync(descriptor, buffer, 0, CHUNK_BYTES, position));
    const read = parse(block, position);
    if (read === 0) break;
    position += read;
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  closeSync(descriptor);
  return seconds;
}

/** Heap that lines take, by the blocks during which nothing was collected. */
class AllocationMeter {
  #samples = [];
  #blocks = 0;
  #isMeasured = false;
  #before = 0;

  /** Asking takes longer than many a line, so most blocks are read unmeasured. */
  begin() {
    this.#isMeasured = this.#blocks++ % BLOCKS_PER_SAMPLE === 0;
    if (this.#isMeasured) this.#before = process.memoryUsage().heapUsed;
  }

  end(lines) {
    if (!this.#isMeasured) return;
    const grown = process.memoryUsage().heapUsed - this.#before;
    if (grown > 0 && lines > 0) this.#samples.push(grown / lines);
  }

  /** The median. */
  get bytesPerLine() {
    const sorted = this.#samples.sort((a, b) => a - b);
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
  }
}
