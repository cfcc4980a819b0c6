// `npm test`: installs what is missing, runs every check and every test, and ends with one line that
// adds them all up.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { nxScript, prettierScript, root, runNode } from './workspace.mjs';

/** Every runner writes here what it counted: jest per project, Playwright once. */
const counts = join(root, 'dist/test-counts');

const total = { passed: 0, failed: 0 };

/** A check that either holds or not counts as one test. */
function check(name, script, args) {
  console.log(`\n── ${name}`);
  const holds = runNode(script, args) === 0;
  total[holds ? 'passed' : 'failed']++;
  if (!holds) console.error(`${name} failed`);
  return holds;
}

/** A runner counts its own tests; one that fails without counting a failure counts as one. */
function run(name, script, args) {
  console.log(`\n── ${name}`);
  const before = readFailures();
  const code = runNode(script, args);
  if (code !== 0 && readFailures() === before) total.failed++;
}

const readCounts = () =>
  existsSync(counts)
    ? readdirSync(counts).map((file) => JSON.parse(readFileSync(join(counts, file), 'utf8')))
    : [];
const readFailures = () => readCounts().reduce((sum, { failed }) => sum + failed, 0);

ensureInstalled();
rmSync(counts, { recursive: true, force: true });
const nx = (...args) => ['run-many', '--outputStyle=static', ...args];
check('lock file', join(root, 'tools/check-lock.mjs'), []);
check('format', prettierScript, ['--check', '--log-level', 'warn', '.']);
check('lint', nxScript, nx('-t', 'lint'));
check('types', nxScript, nx('-t', 'typecheck'));
check('schemas', join(root, 'tools/check-schemas.mjs'), []);
check('messages', join(root, 'tools/check-messages.mjs'), []);
const isBuilt = check('build', nxScript, nx('-t', 'build'));
if (isBuilt) {
  check('manual', join(root, 'tools/check-docs.mjs'), []);
  run('unit and integration tests', nxScript, nx('-t', 'test'));
  run('browser tests', join(root, 'tools/e2e.mjs'), []);
}
for (const { passed, failed } of readCounts()) {
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
