// Fails when the messages of the dashboard differ from what stands in its code, when a language lacks one,
// or when a translation has other placeholders than the message. `--write` brings the files in
// apps/dashboard/src/locale up to date; what is not translated yet stays out of them, so that no build
// ships a language that is not whole.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nxScript, root, runNode } from './workspace.mjs';

const folder = 'apps/dashboard/src/locale';
const SOURCE = 'messages.xlf';
const UNIT = /<trans-unit id="(?<id>[^"]+)"[^>]*>(?<inner>[\s\S]*?)<\/trans-unit>/g;
const PLACE =
  /<context context-type="sourcefile">(?<file>[^<]+)<\/context>\s*<context context-type="linenumber">(?<line>\d+)/g;
const NOTE = /<note [^>]*>[^<]*<\/note>/g;

const read = (file) => readFileSync(join(root, folder, file), 'utf8');
const partOf = (inner, name) =>
  new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(inner)?.[1] ?? null;

/** The messages of a file by their ids. */
function parseUnits(text) {
  return [...text.matchAll(UNIT)].map(({ groups: { id, inner } }) => ({
    id,
    source: partOf(inner, 'source'),
    target: partOf(inner, 'target'),
    notes: inner.match(NOTE) ?? [],
    places: [...inner.matchAll(PLACE)].map(({ groups }) => groups),
  }));
}

/** The messages of the code, file by file, from top to bottom. */
function extract() {
  const out = mkdtempSync(join(tmpdir(), 'license-monitor-messages-'));
  try {
    const args = ['run', 'dashboard:extract-i18n', `--outputPath=${out}`, '--outputStyle=static'];
    const quiet = ['ignore', 'ignore', 'inherit'];
    if (runNode(nxScript, args, { stdio: quiet }) !== 0) throw new Error('nx could not extract');
    const compare = (a, b) =>
      a.places[0].file.localeCompare(b.places[0].file, 'en') ||
      a.places[0].line - b.places[0].line ||
      a.id.localeCompare(b.id, 'en');
    return parseUnits(readFileSync(join(out, SOURCE), 'utf8')).sort(compare);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Lines move with every change, so a message is only said to be in a file. */
function writeUnit({ id, source, notes, places }, target) {
  const files = [...new Set(places.map(({ file }) => file))];
  return [
    `      <trans-unit id="${id}" datatype="html">`,
    `        <source>${source}</source>`,
    ...(target === null ? [] : [`        <target>${target}</target>`]),
    ...notes.map((note) => `        ${note}`),
    '        <context-group purpose="location">',
    ...files.map((file) => `          <context context-type="sourcefile">${file}</context>`),
    '        </context-group>',
    '      </trans-unit>',
  ].join('\n');
}

function writeFile(units, language) {
  const target = language === null ? '' : ` target-language="${language}"`;
  return `<?xml version="1.0" encoding="UTF-8" ?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file source-language="en-GB"${target} datatype="plaintext" original="ng2.template">
    <body>
${units.join('\n')}
    </body>
  </file>
</xliff>
`;
}

/** What a translation must have in common with its message: placeholders, and what decides plurals. */
function namesIn(text) {
  const places = [...text.matchAll(/<x id="([^"]+)"/g)].map(([, name]) => name);
  const choices = [...text.matchAll(/\{(\w+), (?:plural|select),/g)].map(([, name]) => name);
  return [...new Set([...places, ...choices])].sort().join(' ');
}

/** The faults of one translated message. */
function faultsOf({ id, source }, target, language) {
  const faults = [];
  if (namesIn(source) !== namesIn(target)) {
    faults.push(`${id}: "${source}" has ${namesIn(source)}, its translation ${namesIn(target)}`);
  }
  if (/^\s/.test(source) !== /^\s/.test(target) || /\s$/.test(source) !== /\s$/.test(target)) {
    faults.push(`${id}: "${source}" begins or ends with a space, or its translation does`);
  }
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const hasPlural = /\{\w+, plural,/.test(target);
  for (const category of hasPlural ? categories : []) {
    const isThere = new RegExp(`\\b(?:${category}|other) \\{`).test(target);
    if (!isThere) faults.push(`${id}: its translation has no plural "${category}"`);
  }
  return faults;
}

const isWriting = process.argv.includes('--write');
const messages = extract();
const faults = [];

function hold(file, wanted) {
  if (isWriting) writeFileSync(join(root, folder, file), wanted);
  else if (read(file) !== wanted)
    faults.push(`${folder}/${file} differs from the code: node tools/check-messages.mjs --write`);
}

const languages = readdirSync(join(root, folder)).flatMap(
  (file) => /^messages\.(?<language>[\w-]+)\.xlf$/.exec(file)?.groups.language ?? [],
);
for (const language of languages) {
  const file = `messages.${language}.xlf`;
  const known = new Map(parseUnits(read(file)).map(({ id, target }) => [id, target]));
  const translated = messages.filter(({ id }) => known.get(id) != null);
  for (const message of messages) {
    const target = known.get(message.id);
    if (target != null) faults.push(...faultsOf(message, target, language));
    else faults.push(`${file} lacks, with a text in its target:\n${writeUnit(message, '')}`);
  }
  hold(
    file,
    writeFile(
      translated.map((message) => writeUnit(message, known.get(message.id))),
      language,
    ),
  );
}
hold(
  SOURCE,
  writeFile(
    messages.map((message) => writeUnit(message, null)),
    null,
  ),
);
for (const fault of faults) console.error(fault);
console.log(
  `${messages.length} messages in English and ${languages.join(', ')}, ${faults.length} faults`,
);
process.exit(faults.length === 0 ? 0 : 1);
