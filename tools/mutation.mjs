// `npm run mutation [-- folder…]`: changes the parser, one small change at a time, and counts how many
// of the changes the tests notice. Folder by folder, each with its own tests, so that a change does
// not load the tests of all: it takes an hour or two.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './workspace.mjs';

const source = join(root, 'libs/log-parser/src/lib');
const folders = readdirSync(source, { withFileTypes: true }).filter((one) => one.isDirectory());
const chosen = process.argv.slice(2);
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');

let failed = 0;
for (const { name } of folders) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const env = { MUTATION_FOLDER: name };
  if (runNode(stryker, ['run', 'libs/log-parser/stryker.config.mjs'], { env }) !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
