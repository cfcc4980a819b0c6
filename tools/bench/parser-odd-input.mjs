// Input that no server writes: the time a byte takes must not grow with the length of the input.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const require = createRequire(import.meta.url);
const SHORT_BYTES = 1024 * 1024;
const LONG_BYTES = 16 * SHORT_BYTES;
const CHUNK_BYTES = 1024 * 1024;
const ROUNDS = 3;
/** A quadratic cost would show as 16. */
const GROWTH_BAR = 3;

const GRANT =
  '2025/05/19 08:01:13:027 I USGTRACING  Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!alice';

const INPUTS = {
  'one line without an end': (size) => Buffer.alloc(size, 'x'),
  'NUL bytes': (size) => Buffer.alloc(size),
  'line feeds': (size) => Buffer.alloc(size, '\n'),
  'lone CR': (size) => Buffer.alloc(size, '\r'),
  'random bytes': randomBytes,
  'UTF-16 without a mark': (size) => Buffer.alloc(size, Buffer.from(`${GRANT}\n`, 'utf16le')),
  '64 KiB lines of "!"': (size) => Buffer.alloc(size, `${`${GRANT}!`.padEnd(65_535, '!')}\n`),
  '64 KiB lines of " ("': (size) => Buffer.alloc(size, `${GRANT}${' ('.repeat(32_600)}\n`),
  '64 KiB refusals of "|"': (size) => Buffer.alloc(size, `${refusal()}${'|'.repeat(65_000)} )\n`),
  '64 KiB internal ids of ".S-1"': (size) =>
    Buffer.alloc(size, `${GRANT}!${'.S-1'.repeat(16_000)}\n`),
  '64 KiB stack traces': (size) => Buffer.alloc(size, `${'a.'.repeat(32_000)}Exception\n`),
};

const refusal = () =>
  '2025/05/19 09:40:00:500 W LICENSESERV MD2 not granted, no more available license ( from client ';

export function measureOddInput() {
  const rows = [];
  let worst = 0;
  for (const [name, make] of Object.entries(INPUTS)) {
    const short = nanosecondsPerByte(make(SHORT_BYTES));
    const long = nanosecondsPerByte(make(LONG_BYTES));
    worst = Math.max(worst, long / short);
    rows.push({ name: `${name}, 16 MiB`, value: Number(long.toFixed(2)), unit: 'ns/B' });
  }
  const value = Number(worst.toFixed(2));
  const name = 'time per byte, 16 MiB beside 1 MiB, worst odd input';
  return { rows, bars: [{ name, value, bar: GROWTH_BAR, holds: value <= GROWTH_BAR }] };
}

function nanosecondsPerByte(bytes) {
  const { LogParser } = require(join(root, 'libs/log-parser'));
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const parser = new LogParser();
    const start = process.hrtime.bigint();
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      parser.parseChunk(bytes.subarray(at, at + CHUNK_BYTES));
    }
    parser.end();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / bytes.length);
  }
  return best;
}

/** Always the same ones. */
function randomBytes(size) {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0, state = 1; at < size; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
