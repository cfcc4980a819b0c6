// `npm run soak`: the long versions of what `npm test` does for a minute: a thousand kills, thousands
// of histories of a server, and half an hour of rotations. Takes about two hours.
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { soakRotation } from './soak/rotation.mjs';
import { nxScript, root, runNode } from './workspace.mjs';

const KILLS = process.env.CRASH_KILLS ?? '1000';
const RUNS = process.env.MODEL_RUNS ?? '5000';

ensureInstalled();
const build = ['run-many', '-t', 'build', '-p', 'monitor', '--outputStyle=static'];
if (runNode(nxScript, build, { stdio: 'ignore' }) !== 0) {
  console.error('the build failed: npm run build');
  process.exit(1);
}

const jest = (test) => {
  const args = ['-c', 'apps/monitor/jest.config.cjs', test];
  const env = { CRASH_KILLS: KILLS, MODEL_RUNS: RUNS, MODEL_SEED: String(Date.now() % 1e9) };
  return runNode(join(root, 'node_modules/jest/bin/jest.js'), args, { env }) === 0;
};

const results = {
  [`${KILLS} kills`]: jest('following/crash.spec'),
  [`${RUNS} histories of a server`]: jest('tailing/model.spec'),
  'half an hour of rotations': await soakRotation(),
};
console.table(results);
process.exit(Object.values(results).every(Boolean) ? 0 : 1);
