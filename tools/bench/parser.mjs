// Bytes of a log to typed events, one thread, beside what else reads such a file: an expression of
// License-Monitor-Lite's shape in Python, grep, wc, and Node's own reading by line.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { measureOddInput } from './parser-odd-input.mjs';
import { parseBlocks, parseLineByLine } from './parser-runs.mjs';
import { writeLog } from './write-log.mjs';

const MEGABYTES = Number(process.env.BENCH_MEGABYTES ?? 500);
const USERS = Number(process.env.BENCH_USERS ?? 1000);
const ROUNDS = 3;

// A stamp at the line's start, lazily anything, one of the three actions and "!!", a run without "!"
// as product and "!", lazily anything before a run without "!" as host, the same before the user.
const PYTHON = `
import re, sys, time
expression = re.compile(r'^(\\d{4}/\\d{2}/\\d{2} \\d{2}:\\d{2}:\\d{2}).*?(Grant|Detachment|TimeOut)!!([^!]+)!.*?([^!]+).*?([^!]+)!')
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

const RUNS = {
  parser: (file) => parseBlocks(file),
  'parser, each line by the grammar alone': (file) => parseLineByLine(file),
  'Python expression': (file) => runPython(file),
  'Node readline and split': (file) => readAndSplit(file),
  'grep -c USGTRACING': (file) => runCommand('grep', ['-c', 'USGTRACING', file]),
  'wc -l': (file) => runCommand('wc', ['-l', file]),
};

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-bench-'));
  try {
    const file = join(folder, 'LicenseServer.log');
    writeLog(file, { megabytes: MEGABYTES, users: USERS });
    const best = await measure(file);
    const odd = measureOddInput();
    return toResult(best, odd, statSync(file).size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The fastest of a few rounds, taken in turns: what else the machine does only slows one down. */
async function measure(file) {
  const best = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, runOnce] of Object.entries(RUNS)) {
      const result = await runOnce(file);
      if (result === undefined) continue;
      if (!(best.get(name)?.seconds <= result.seconds)) best.set(name, result);
    }
  }
  return best;
}

async function readAndSplit(file) {
  const start = process.hrtime.bigint();
  let lines = 0;
  let events = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    lines++;
    if (line.split('!').length > 10) events++;
  }
  return { lines, events, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

function runPython(file) {
  const { status, stdout } = spawnSync('python3', ['-c', PYTHON, file], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [lines, events, seconds] = stdout.trim().split(' ').map(Number);
  return { lines, events, seconds };
}

function runCommand(command, args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { env: { ...process.env, LC_ALL: 'C' } });
  if (status !== 0) return undefined;
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

function toResult(best, odd, bytes) {
  const { lines, bytesPerLine } = best.get('parser');
  const rate = (name) => (best.has(name) ? lines / best.get(name).seconds : undefined);
  const rows = [
    { name: 'size of the log', value: Math.round(bytes / 1e6), unit: 'MB' },
    { name: 'lines of the log', value: lines, unit: '1' },
  ];
  for (const [name, { seconds, events }] of best) {
    rows.push({ name: `${name}: lines`, value: Math.round(lines / seconds), unit: '1/s' });
    rows.push({ name: `${name}: bytes`, value: Math.round(bytes / 1e6 / seconds), unit: 'MB/s' });
    if (events !== undefined) rows.push({ name: `${name}: events`, value: events, unit: '1' });
  }
  rows.push({ name: 'parser: memory allocated', value: bytesPerLine, unit: 'B/line' });
  for (const peer of ['grep -c USGTRACING', 'wc -l']) {
    rows.push({
      name: `parser beside ${peer}`,
      value: ratio(rate('parser'), rate(peer)),
      unit: '×',
    });
  }
  rows.push(...odd.rows);
  const python = rate('Python expression');
  if (python === undefined) return { rows, bars: odd.bars };
  const value = ratio(rate('parser'), python);
  const bar = { name: 'times the Python expression', value, bar: 2, holds: value >= 2 };
  return { rows, bars: [bar, ...odd.bars] };
}

const ratio = (ours, theirs) => Number((ours / theirs).toFixed(2));
