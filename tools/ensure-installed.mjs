// Installs what package-lock.json asks for, unless it is there already.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runNpm } from './workspace.mjs';

const LOWEST_NODE = [20, 19];

const lockFile = join(root, 'package-lock.json');
/** npm writes this when an installation is complete. */
const installedFile = join(root, 'node_modules/.package-lock.json');
const sqliteBinary = join(root, 'node_modules/sqlite3/build/Release/node_sqlite3.node');

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isEnough = major > LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor >= LOWEST_NODE[1]);
  if (isEnough) return;
  console.error(
    `Node ${process.versions.node} is too old: install Node 20.19, 22.13, 24 or newer.`,
  );
  process.exit(1);
}

const isInstalled = () =>
  existsSync(installedFile) && statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs;

/** Where this Node keeps its headers: with them sqlite3 can be built without fetching any. */
function headersOfNode() {
  const prefix = join(dirname(process.execPath), '..');
  const isThere = existsSync(join(prefix, 'include/node/node_api.h'));
  return isThere && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {};
}

/** Makes sure that the workspace can be built and run. Ends the process where that fails. */
export function ensureInstalled() {
  checkNode();
  if (!isInstalled()) {
    console.log('Installing packages (a few minutes the first time) …');
    if (runNpm(['ci', '--no-audit', '--no-fund'], headersOfNode()) !== 0) {
      console.error(
        'npm ci failed. If sqlite3 could not be built: install python3, make and g++ (Debian: apt-get install python3 make g++), then try again.',
      );
      process.exit(1);
    }
  }
  // An npm that runs no install scripts leaves sqlite3 without its binary and still succeeds.
  if (!existsSync(sqliteBinary) && runNpm(['rebuild', 'sqlite3'], headersOfNode()) !== 0) {
    console.error('sqlite3 could not be built: install python3, make and g++, then try again.');
    process.exit(1);
  }
}
