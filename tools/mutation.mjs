// `npm run mutation [-- part of a path…]`: changes the parser, one small change at a time, and counts
// how many of the changes the tests notice. File by file, each with its own tests alone: a change is
// then tried in a fraction of a second, and what other tests would notice is not counted, so the
// score is a lower bound. Ends with 1 below the bar.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, runNode } from './workspace.mjs';

const BAR_PERCENT = 85;
const source = join(root, 'libs/log-parser/src/lib');
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const chosen = process.argv.slice(2);

const files = readdirSync(source, { recursive: true })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .filter((name) => chosen.length === 0 || chosen.some((part) => name.includes(part)))
  .sort();

/** The file's own tests; those of its folder where it has none. */
function findTests(file) {
  const own = file.replace(/\.ts$/, '');
  const folder = readdirSync(join(source, dirname(file))).filter((name) =>
    name.endsWith('.spec.ts'),
  );
  const specs = folder.map((name) => join(dirname(file), name));
  const found = specs.filter((spec) => spec.startsWith(`${own}.`));
  return found.length > 0 ? found : specs;
}

const counts = [];
for (const file of files) {
  const report = join(root, 'dist/mutation', file.replace(/\.ts$/, '.json'));
  const env = {
    MUTATION_FILE: relative(root, join(source, file)),
    MUTATION_TESTS: findTests(file).join(','),
    MUTATION_REPORT: relative(root, report),
  };
  const code = runNode(stryker, ['run', 'libs/log-parser/stryker.config.mjs'], {
    env,
    stdio: 'ignore',
  });
  const count = code === 0 && existsSync(report) ? readCount(file, report) : { file, failed: true };
  if (count.failed || count.changes > 0) {
    counts.push(count);
    console.log(
      count.failed ? `${file}: Stryker failed` : `${file}: ${count.noticed} of ${count.changes}`,
    );
  }
}

/** Changes that cannot be compiled, or are left out, are none. */
function readCount(file, report) {
  // A file of types alone is not in the report.
  const [found] = Object.values(JSON.parse(readFileSync(report, 'utf8')).files);
  const mutants = found?.mutants ?? [];
  const number = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const noticed = number('Killed', 'Timeout');
  return { file, noticed, changes: noticed + number('Survived', 'NoCoverage') };
}

const sum = (name) => counts.reduce((total, count) => total + (count[name] ?? 0), 0);
const percent = (100 * sum('noticed')) / sum('changes');
console.log(
  `${sum('noticed')} of ${sum('changes')} changes are noticed: ${percent.toFixed(1)} %, the bar is ${BAR_PERCENT} %`,
);
process.exit(percent >= BAR_PERCENT && counts.every(({ failed }) => !failed) ? 0 : 1);
