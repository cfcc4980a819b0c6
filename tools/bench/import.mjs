// Log files to a history: ours with sessions, identity and indexes; beside License-Monitor-Lite's
// importer, whose method is written anew here, and beside SQLite's own limit for bare rows.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspace.mjs';
import { writeLog } from './write-log.mjs';

const MEGABYTES = Number(process.env.BENCH_MEGABYTES ?? 110);
const USERS = Number(process.env.BENCH_USERS ?? 1000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** Megabytes of memory that an import may take, whatever the size of the file. */
const MEMORY_BAR = 300;

// The expression of the parser bench; one INSERT of five columns for each match, one transaction, no
// key, no index.
const PYTHON = `
import re, sqlite3, sys, time
expression = re.compile(r'^(\\d{4}/\\d{2}/\\d{2} \\d{2}:\\d{2}:\\d{2}).*?(Grant|Detachment|TimeOut)!!([^!]+)!.*?([^!]+).*?([^!]+)!')
start = time.perf_counter()
database = sqlite3.connect(sys.argv[2])
database.execute('CREATE TABLE history (at TEXT, action TEXT, product TEXT, host TEXT, user TEXT)')
lines = 0
with open(sys.argv[1], encoding='utf-8', errors='ignore') as log:
    for line in log:
        lines += 1
        found = expression.match(line)
        if found:
            database.execute('INSERT INTO history VALUES (?, ?, ?, ?, ?)', found.groups())
database.commit()
print(lines, time.perf_counter() - start)
`;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-bench-'));
  try {
    const file = join(folder, 'LicenseServer20251013000000.log');
    writeLog(file, { megabytes: MEGABYTES, users: USERS });
    const best = {};
    for (let round = 0; round < ROUNDS; round++) runAll(file, join(folder, `${round}`), best);
    return toResult(best);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs each in its turn and keeps the fastest: what else the machine does only slows one down. */
function runAll(file, folder, best) {
  for (const [name, once] of Object.entries(RUNS)) {
    const result = once(file, folder);
    if (result && !(best[name]?.seconds <= result.seconds)) best[name] = result;
  }
}

const RUNS = {
  'License Monitor': importOurs,
  'License-Monitor-Lite': importLite,
  'sqlite3 .import': importBare,
};

function importOurs(file, folder) {
  const measured = join(root, 'tools/bench/import-measured.cjs');
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [measured, file], {
    encoding: 'utf8',
    env: {
      ...process.env,
      LOG_TIME_ZONE: 'Europe/Paris',
      SESSION_TIMEOUT_HOURS: '8784',
      HISTORY_DB: `${folder}.history.db`,
      LIVE_DB: `${folder}.live.db`,
    },
  });
  if (status !== 0) throw new Error(stderr);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { lines, megabytes } = JSON.parse(stdout);
  return { seconds, lines, megabytes };
}

function importLite(file, folder) {
  const { status, stdout } = spawnSync('python3', ['-c', PYTHON, file, `${folder}.lite.db`], {
    encoding: 'utf8',
  });
  if (status !== 0) return undefined;
  const [lines, seconds] = stdout.trim().split(' ').map(Number);
  return { lines, seconds };
}

/** The rows of our events, written by the shell of SQLite into a table without a key. */
function importBare(file, folder) {
  const csv = `${folder}.csv`;
  const shell = (input, ...args) => spawnSync('sqlite3', args, { input, encoding: 'utf8' });
  const exported = shell(
    `.mode csv\n.output ${csv}\nSELECT * FROM license_events;\n`,
    `${folder}.history.db`,
  );
  if (exported.error || exported.status !== 0) return undefined;
  const lines = readFileSync(csv, 'utf8').split('\n').length - 1;
  const columns = readFileSync(csv, 'utf8').split('\n', 1)[0].split(',').length;
  const names = Array.from({ length: columns }, (_, nth) => `c${nth} INTEGER`).join(', ');
  writeFileSync(`${folder}.sql`, `CREATE TABLE bare (${names});\n.mode csv\n.import ${csv} bare\n`);
  const start = process.hrtime.bigint();
  shell(readFileSync(`${folder}.sql`, 'utf8'), `${folder}.bare.db`);
  return { lines, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

function toResult(best) {
  const rateOf = (name) => (best[name] ? best[name].lines / best[name].seconds : undefined);
  const rows = Object.keys(best).map((name) => ({
    name: name === 'sqlite3 .import' ? 'sqlite3 .import, rows of events' : `${name}, lines`,
    value: Math.round(rateOf(name)),
    unit: '1/s',
  }));
  const ours = best['License Monitor'];
  rows.push({ name: 'lines of the log', value: ours.lines, unit: '1' });
  rows.push({ name: 'memory of the import', value: ours.megabytes, unit: 'MB' });
  const bars = [
    {
      name: 'memory of the import, MB',
      value: ours.megabytes,
      bar: MEMORY_BAR,
      holds: ours.megabytes <= MEMORY_BAR,
    },
  ];
  const lite = rateOf('License-Monitor-Lite');
  if (lite !== undefined) {
    const value = Number((rateOf('License Monitor') / lite).toFixed(2));
    bars.push({
      name: 'times the importer of License-Monitor-Lite',
      value,
      bar: 1,
      holds: value >= 1,
    });
  }
  return { rows, bars };
}
