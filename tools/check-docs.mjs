// Fails when the manual and the code differ: every setting and every error code must be documented,
// every test that the manual names must be there, and every test file must have a name that its runner finds. `--write` makes docs/settings.md and
// .env.example anew. Needs the build.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const require = createRequire(import.meta.url);
const built = (path) => require(join(root, path));
const read = (path) => readFileSync(join(root, path), 'utf8');

const { monitorSettings } = built('apps/monitor/dist/settings.js');
const { apiSettings } = built('apps/api/dist/settings.js');
const { PROBLEMS } = built('apps/api/dist/http/problem.js');

/** Name, default and sentence of each setting of a schema. */
function settingsOf(schema) {
  return Object.entries(schema.shape).map(([name, type]) => ({
    name,
    fallback: defaultOf(name, type),
    sentence: type.description ?? '',
  }));
}

function defaultOf(name, type) {
  if (name === 'LOG_TIME_ZONE') return "this machine's zone";
  const { success, data } = type.safeParse(undefined);
  return success && data !== undefined && typeof data !== 'object' ? String(data) : '';
}

function settingsPage() {
  const table = (settings) =>
    [
      '| setting | default | meaning |',
      '| --- | --- | --- |',
      ...settings.map(
        ({ name, fallback, sentence }) =>
          `| \`${name}\` | ${fallback && `\`${fallback}\``} | ${sentence} |`,
      ),
    ].join('\n');
  return `# Settings

Settings are environment variables, or the same names in a file \`.env\` in the working directory; the
environment wins. A wrong value stops the start, all faults are named at once, and the exit code is 78.

This page is made from the schemas (\`node tools/check-docs.mjs --write\`), and a test compares the two.

## Monitor, and the commands of \`license-monitor\`

${table(settingsOf(monitorSettings))}

## API

${table(settingsOf(apiSettings))}
`;
}

function environmentExample() {
  const all = new Map(
    [...settingsOf(monitorSettings), ...settingsOf(apiSettings)].map((one) => [one.name, one]),
  );
  const lines = [...all.values()].map(
    ({ name, fallback, sentence }) => `# ${sentence}\n#${name}=${fallback}\n`,
  );
  return `# Copy to .env and remove the # of what you set. docs/settings.md explains.\n\n${lines.join('\n')}`;
}

const formatted = async (path, text) => {
  const prettier = await import('prettier');
  const options = await prettier.resolveConfig(join(root, path));
  return path.endsWith('.md') ? prettier.format(text, { ...options, parser: 'markdown' }) : text;
};

/** Tests that docs/reliability.md names and that are not there: `file`: words of the test's name. */
function missingTests() {
  const rows = read('docs/reliability.md')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return rows.flatMap((row) => {
    const [, file, words] = /`([\w./-]+\.spec\.ts)`: (.+)\|$/.exec(row) ?? [];
    if (file === undefined) return /^\| (?:-|fault )/.test(row) ? [] : [`names no test: ${row}`];
    const path = join('apps/monitor/src', file);
    if (!existsSync(join(root, path))) return [`there is no ${path}`];
    return read(path).includes(words.trim()) ? [] : [`${path} has no test "${words}"`];
  });
}

const faults = missingTests().map((fault) => `docs/reliability.md: ${fault}`);
for (const [path, text] of [
  ['docs/settings.md', settingsPage()],
  ['.env.example', environmentExample()],
]) {
  const wanted = await formatted(path, text);
  if (process.argv.includes('--write')) writeFileSync(join(root, path), wanted);
  else if (read(path) !== wanted)
    faults.push(`${path} differs from the schemas: node tools/check-docs.mjs --write`);
}
const errors = read('docs/errors.md');
for (const code of Object.keys(PROBLEMS))
  if (!errors.includes(`\`${code}\``)) faults.push(`docs/errors.md lacks ${code}`);
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n');
for (const file of files) {
  if (/\.(?:test|specs?|e2e-spec)\.[cm]?[jt]s$| spec\./.test(file) && !/\.spec\.ts$/.test(file)) {
    faults.push(`${file}: no runner finds a test of this name`);
  }
  if (/(?:^|\/)(?:utils?|helpers?|common|shared)(?:\.\w+)?(?:\/|$)/.test(file)) {
    faults.push(`${file}: the name says nothing; name it for what it holds`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults in the manual and in file names`);
process.exit(faults.length === 0 ? 0 : 1);
