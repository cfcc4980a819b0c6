// `npm run bench [-- name]`: measures, prints a table, and writes dist/bench/<name>.json. Peers run
// in the same session, on the same file: the ratios are the result. Ends with 1 where a bar does not
// hold.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { nxScript, root, runNode } from './workspace.mjs';

const BENCHES = {
  parser: './bench/parser.mjs',
  follow: './bench/follow.mjs',
  import: './bench/import.mjs',
  api: './bench/api.mjs',
  load: './bench/load.mjs',
  dashboard: './bench/dashboard.mjs',
};

ensureInstalled();
const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(BENCHES);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join()}: there are ${Object.keys(BENCHES).join()}`);
  process.exit(1);
}
const projects = ['monitor', 'api', ...(names.includes('dashboard') ? ['dashboard'] : [])];
const build = ['run-many', '-t', 'build', '-p', projects.join(), '--outputStyle=static'];
if (runNode(nxScript, build, { stdio: 'ignore' }) !== 0) {
  console.error('the build failed: npm run build');
  process.exit(1);
}

const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
};
let doAllHold = true;
for (const name of names) {
  const { run } = await import(BENCHES[name]);
  const { rows, bars } = await run();
  console.log(`\n${name}, ${machine.cores} × ${machine.cpu}, Node ${machine.node}`);
  console.table(rows);
  console.table(bars);
  const folder = join(root, 'dist/bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ machine, rows, bars }, null, 2)}\n`,
  );
  doAllHold &&= bars.every(({ holds }) => holds);
}
process.exit(doAllHold ? 0 : 1);
