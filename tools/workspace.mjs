// Where things are, and how the entry scripts run programs. Only what Node itself brings: these
// scripts run before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The npm that runs us, as a script for this Node; else whatever `npm` is on the path. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && existsSync(script) && /\.[cm]?js$/.test(script)
    ? { command: process.execPath, args: [script], shell: false }
    : { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** Runs npm in the workspace; returns its exit code. */
export function runNpm(args, env = {}) {
  const npm = npmCommand();
  const options = {
    cwd: root,
    stdio: 'inherit',
    shell: npm.shell,
    env: { ...process.env, ...env },
  };
  return spawnSync(npm.command, [...npm.args, ...args], options).status ?? 1;
}

/** Path of a program that a package brings, run by this Node. */
export const nxScript = join(root, 'node_modules/nx/dist/bin/nx.js');
export const prettierScript = join(root, 'node_modules/prettier/bin/prettier.cjs');
export const playwrightScript = join(root, 'node_modules/@playwright/test/cli.js');

/** Runs a script by this Node and waits; returns its exit code. */
export function runNode(script, args, { env = {}, stdio = 'inherit' } = {}) {
  const options = { cwd: root, stdio, env: { ...process.env, ...env } };
  return spawnSync(process.execPath, [script, ...args], options).status ?? 1;
}

/** Starts a script by this Node beside us. */
export function startNode(script, args, { env = {}, stdio } = {}) {
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio,
    env: { ...process.env, ...env },
  });
}
