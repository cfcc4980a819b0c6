// `npm run mutation [-- part of a path…]`: changes the parser, one small change at a time, and counts
// how many of the changes the tests notice. File by file, each with its own tests alone (or those of
// the files that use it, where it has none): a change is then tried in a fraction of a second, and what
// other tests would notice is not counted, so the score is a lower bound. Ends with 1 below the bar.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { root, runNode } from './workspace.mjs';

const BAR_PERCENT = 85;
const source = join(root, 'libs/log-parser/src/lib');
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const chosen = process.argv.slice(2);

const files = readdirSync(source, { recursive: true })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .sort();
const mutated = files.filter(
  (name) => chosen.length === 0 || chosen.some((part) => name.includes(part)),
);

/** The file's own tests; where it has none, those of the nearest files that import it. */
function findTests(file) {
  for (let named = [file], depth = 0; depth < 4; depth += 1) {
    const found = named.flatMap(ownTests);
    if (found.length > 0) return found;
    named = files.filter((other) => named.some((name) => imports(other, name)));
  }
  return readdirSync(join(source, dirname(file)))
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => join(dirname(file), name));
}

function ownTests(file) {
  const own = basename(file, '.ts');
  return readdirSync(join(source, dirname(file)))
    .filter((name) => name.startsWith(`${own}.`) && name.endsWith('.spec.ts'))
    .map((name) => join(dirname(file), name));
}

function imports(other, file) {
  const text = readFileSync(join(source, other), 'utf8');
  return new RegExp(`from '[^']*/${basename(file, '.ts')}(\\.js)?'`).test(text);
}

const counts = [];
for (const file of mutated) {
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
