// Bytes of a log to typed events, one thread, beside the expression of License-Monitor-Lite's shape
// in Python on the same file.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const require = createRequire(import.meta.url);
const MEGABYTES = Number(process.env.BENCH_MEGABYTES ?? 200);
const RUNS = 3;
const CHUNK_BYTES = 1024 * 1024;

// A stamp at the line's start, lazily anything, one of the three actions and "!!", a run without "!"
// as product, then lazily anything before a run without "!" as host, and the same for the user.
const PYTHON = `
import re, sys, time
expression = re.compile(r'^(\\d{4}/\\d{2}/\\d{2} \\d{2}:\\d{2}:\\d{2}).*?(Grant|Detachment|TimeOut)!!([^!]+)!.*?!([^!]+)!.*?!([^!]+)')
start = time.perf_counter()
lines = events = 0
with open(sys.argv[1], encoding='utf-8', errors='ignore') as log:
    for line in log:
        lines += 1
        found = expression.match(line)
        if found:
            events += 1
            found.groups()
print(lines, events, time.perf_counter() - start)
`;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-bench-'));
  try {
    const file = join(folder, 'LicenseServer.log');
    writeLog(file);
    const ours = best(() => parseFile(file));
    const python = best(() => runPython(file));
    return toResult(ours, python, statSync(file).size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeLog(file) {
  const { SimulatedLicenseServer, officeScenario } = require(join(root, 'libs/log-synth'));
  const scenario = officeScenario({ to: null, users: 3000, poll: null });
  const server = new SimulatedLicenseServer(scenario, { keepSessions: false });
  const descriptor = openSync(file, 'w');
  for (let size = 0, part = []; size < MEGABYTES * 1e6;) {
    const { text } = server.next();
    part.push(text, '\n');
    size += text.length + 1;
    if (part.length < 20_000 && size < MEGABYTES * 1e6) continue;
    writeSync(descriptor, part.join(''));
    part = [];
  }
  closeSync(descriptor);
}

function parseFile(file) {
  const { createLineDecoder, parseRawLine, splitLines } = require(join(root, 'libs/log-parser'));
  const decoder = createLineDecoder();
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const descriptor = openSync(file, 'r');
  const start = process.hrtime.bigint();
  let lines = 0;
  let events = 0;
  for (let position = 0; ;) {
    const block = buffer.subarray(0, readSync(descriptor, buffer, 0, CHUNK_BYTES, position));
    const cut = splitLines(block, { blockOffset: position, decoder });
    if (cut.length === 0) break;
    for (const raw of cut) {
      const { type } = parseRawLine(raw);
      lines++;
      if (type === 'grant' || type === 'detachment' || type === 'timeout') events++;
      position += raw.byteLength;
    }
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  closeSync(descriptor);
  return { lines, events, seconds };
}

function runPython(file) {
  const { status, stdout } = spawnSync('python3', ['-c', PYTHON, file], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [lines, events, seconds] = stdout.trim().split(' ').map(Number);
  return { lines, events, seconds };
}

/** The fastest of a few runs: whatever else the machine does only ever slows one down. */
function best(measure) {
  const runs = Array.from({ length: RUNS }, measure).filter((one) => one !== undefined);
  return runs.sort((a, b) => a.seconds - b.seconds)[0];
}

function toResult(ours, python, bytes) {
  const rate = ({ lines, seconds }) => Math.round(lines / seconds);
  const rows = [
    { name: 'parser, lines per second', value: rate(ours), unit: '1/s' },
    { name: 'parser, throughput', value: Math.round(bytes / 1e6 / ours.seconds), unit: 'MB/s' },
    { name: 'usage events found', value: ours.events, unit: '1' },
  ];
  if (python === undefined) return { rows, bars: [] };
  rows.push({ name: 'Python expression, lines per second', value: rate(python), unit: '1/s' });
  rows.push({ name: 'Python expression, events found', value: python.events, unit: '1' });
  const ratio = Number((rate(ours) / rate(python)).toFixed(2));
  return {
    rows,
    bars: [{ name: 'times the Python expression', value: ratio, bar: 2, holds: ratio >= 2 }],
  };
}
