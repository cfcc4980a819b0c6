// Fails when package-lock.json lacks a platform package that one of its packages names: `npm ci`
// refuses such a lock, at the latest on another platform.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** Whether `name` can be found from the folder of `path`, as Node looks for it. */
function isThere(path, name) {
  for (let folder = path; ;) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    const up = folder.lastIndexOf('/node_modules/');
    folder = up >= 0 ? folder.slice(0, up) : '';
  }
}

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isThere(path, name))
    .map((name) => `${path} lacks ${name}`),
);
const addresses = Object.entries(packages).filter(([, { resolved }]) =>
  /^https?:/.test(resolved ?? ''),
);
for (const [path] of addresses) missing.push(`${path} names a download address`);
console.log(
  `${Object.keys(packages).length} entries in package-lock.json, ${missing.length} faults`,
);
for (const fault of missing) console.error(fault);
process.exit(missing.length === 0 ? 0 : 1);
