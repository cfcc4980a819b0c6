#!/usr/bin/env node
// Runs a command of the monitor. In a checkout it first brings the build up to date (about a second
// when there is nothing to do); a deployed bundle has no sources and runs as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(realpathSync(fileURLToPath(import.meta.url))), '..');
const workspace = join(project, '../..');
const compiler = join(workspace, 'node_modules/typescript/bin/tsc');
const sources = join(project, 'tsconfig.app.json');

if (existsSync(sources) && existsSync(compiler)) {
  const build = spawnSync(process.execPath, [compiler, '--build', sources], { stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}
await import(new URL('../dist/cli.js', import.meta.url));
