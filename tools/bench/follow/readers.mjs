// What follows logs, ours and others: each is started on a directory and says which lines it has.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findFreePort } from './free-port.mjs';
import { startApp } from './start-app.mjs';

const require = createRequire(import.meta.url);
const PATTERN = 'LicenseServer*.log';
const quiet = { stdio: 'ignore' };

/** Readers of text: what they have is the lines of the file they write. */
const textReader = (name, start) => ({
  name,
  start: async (place) => {
    const out = join(place.folder, 'out.txt');
    const child = start({ ...place, out });
    const read = async () => (existsSync(out) ? readFileSync(out, 'utf8').split('\n') : []);
    return { child, read: async () => (await read()).filter((line) => line !== '') };
  },
});

const withConfig = (folder, text) => {
  const file = join(folder, 'reader.conf');
  writeFileSync(file, text);
  return file;
};

const ours = {
  name: 'License Monitor',
  start: async ({ folder }) => {
    const child = startApp('monitor', folder);
    return { child, read: () => readUsers(join(folder, 'history.db')) };
  },
};

/** One user's name for each event; the bench gives each line a user of its own. */
async function readUsers(file) {
  if (!existsSync(file)) return [];
  const { Database, OPEN_READONLY } = require('sqlite3');
  const database = await new Promise((resolve, reject) => {
    const opened = new Database(file, OPEN_READONLY, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  // Only what stands in a file: closing lost sessions makes events, too.
  const sql = `SELECT u.name FROM license_events e JOIN users u ON u.id = e.user_id
    WHERE e.stream_id IS NOT NULL`;
  const rows = await new Promise((resolve) =>
    // The tables are not there yet.
    database.all(sql, (error, found) => resolve(error ? [] : found)),
  );
  await new Promise((resolve) => database.close(resolve));
  return rows.map(({ name }) => `!${name}`);
}

const rsyslog = textReader('rsyslog', ({ folder, logs, out }) => {
  const config = withConfig(
    folder,
    `global(workDirectory="${folder}" parser.escapeControlCharactersOnReceive="off")
module(load="imfile" mode="inotify")
template(name="raw" type="string" string="%msg%\\n")
ruleset(name="w") { action(type="omfile" file="${out}" template="raw") }
input(type="imfile" File="${logs}/${PATTERN}" Tag="x" ruleset="w" addMetadata="off")
`,
  );
  return spawn('rsyslogd', ['-n', '-f', config, '-i', join(folder, 'pid')], quiet);
});

const syslogNg = textReader('syslog-ng', ({ folder, logs, out }) => {
  const version = String(spawnSync('syslog-ng', ['-V']).stdout).match(/Config version: (\S+)/)?.[1];
  const config = withConfig(
    folder,
    `@version: ${version}
source s { wildcard-file(base-dir("${logs}") filename-pattern("${PATTERN}") flags(no-parse)); };
destination d { file("${out}" template("\${MESSAGE}\\n")); };
log { source(s); destination(d); };
`,
  );
  const state = ['persist', 'pid', 'ctl'].map((name) => join(folder, name));
  const [persist = '', pid = '', control = ''] = state;
  const places = ['-R', persist, '-p', pid, '-c', control];
  return spawn('syslog-ng', ['-F', '--no-caps', '-f', config, ...places], quiet);
});

const mtail = {
  name: 'mtail',
  start: async ({ folder, logs }) => {
    const program = join(folder, 'lines.mtail');
    writeFileSync(program, 'counter lines by user\n/!(?P<user>\\S+)$/ {\n  lines[$user]++\n}\n');
    const port = await findFreePort();
    const where = ['--address', '127.0.0.1', '--port', String(port)];
    const what = ['--progs', program, '--logs', join(logs, PATTERN)];
    const child = spawn('mtail', [...where, ...what], quiet);
    return { child, read: () => readCounters(`http://127.0.0.1:${port}/metrics`) };
  },
};

async function readCounters(url) {
  const text = await fetch(url).then(
    (answer) => answer.text(),
    () => '',
  );
  const counts = text.matchAll(/^lines\{.*user="([^"]+)".*\} (\d+)$/gm);
  return [...counts].flatMap(([, user, count]) => Array(Number(count)).fill(`!${user}`));
}

/** As License-Monitor-Lite does it: the newest file by name, opened once, from its end. */
const LITE = `
import glob, sys, time
files = []
while not files:
    files = sorted(glob.glob(sys.argv[1]))
    time.sleep(0.01)
with open(files[-1], encoding='utf-8', errors='ignore') as log, open(sys.argv[2], 'a') as out:
    log.seek(0, 2)
    while True:
        line = log.readline()
        if line:
            out.write(line.rstrip('\\n') + '\\n')
            out.flush()
        else:
            time.sleep(0.1)
`;
const lite = textReader('License-Monitor-Lite', ({ logs, out }) =>
  spawn('python3', ['-c', LITE, join(logs, PATTERN), out], quiet),
);

/** A package that follows one path; it is given the first file. */
const npmTail = (name, script) =>
  textReader(name, ({ packages, first, out }) =>
    spawn(process.execPath, ['-e', script, first, out], { ...quiet, cwd: packages }),
  );
const tail = npmTail(
  'tail',
  `const { Tail } = require('tail'); const { appendFileSync } = require('fs');
  new Tail(process.argv[1], { fromBeginning: true, follow: true })
    .on('line', (line) => appendFileSync(process.argv[2], line + '\\n'));`,
);
const tailFile = npmTail(
  '@logdna/tail-file',
  `const TailFile = require('@logdna/tail-file'); const { appendFileSync } = require('fs');
  const { createInterface } = require('readline');
  const file = new TailFile(process.argv[1], { startPos: 0, pollFileIntervalMs: 100 });
  file.start().then(() => createInterface({ input: file })
    .on('line', (line) => appendFileSync(process.argv[2], line + '\\n')));`,
);

const isCommand = (name) => spawnSync('which', [name], quiet).status === 0;

/** Those that are there. Packages are put into a folder of the bench, not into the product. */
export function findReaders(packages) {
  mkdirSync(packages, { recursive: true });
  const install = ['install', '--no-save', '--prefix', packages, 'tail', '@logdna/tail-file'];
  const hasPackages = spawnSync('npm', install, quiet).status === 0;
  return [
    ours,
    ...(isCommand('rsyslogd') ? [rsyslog] : []),
    ...(isCommand('syslog-ng') ? [syslogNg] : []),
    ...(isCommand('mtail') ? [mtail] : []),
    ...(hasPackages ? [tail, tailFile] : []),
    ...(isCommand('python3') ? [lite] : []),
  ];
}
