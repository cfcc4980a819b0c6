import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import * as logParser from './index.js';
import * as logParserNode from './node/index.js';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const types = readFileSync(join(__dirname, 'lib/lines/parsed-line.ts'), 'utf8');

/** The texts of the README's fenced blocks of these languages. */
function findBlocks(...languages: string[]): string[] {
  const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return blocks.filter(([, language]) => languages.includes(language!)).map(([, , text]) => text!);
}

type Run = (
  require: (name: string) => unknown,
  exports: object,
  console: { log(...values: unknown[]): void },
) => Promise<void>;
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
  ...parametersAndCode: string[]
) => Run;

/** Runs a code example against the sources; gives the lines it wrote. */
async function runExample(code: string, directory: string): Promise<string[]> {
  const { outputText } = transpileModule(code, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
  });
  const modules: Readonly<Record<string, unknown>> = {
    '@license-monitor/log-parser': logParser,
    '@license-monitor/log-parser/node': {
      ...logParserNode,
      readLog: (path: string) => logParserNode.readLog(join(directory, path)),
    },
  };
  const written: string[] = [];
  const run = new AsyncFunction('require', 'exports', 'console', outputText);
  await run(
    (name) => modules[name] ?? fail(`the example imports ${name}`),
    {},
    { log: (...values) => written.push(format(...values)) },
  );
  return written;
}

function fail(message: string): never {
  throw new Error(message);
}

/** What an example says that it writes: the comments it ends with. */
function findClaims(code: string): string[] {
  const lines = code.trimEnd().split('\n');
  const last = lines.findLastIndex((line) => !line.startsWith('// '));
  return lines.slice(last + 1).map((line) => line.slice('// '.length));
}

describe('the code examples of the README', () => {
  const examples = findBlocks('ts', 'js').map((code) => ({ code, title: code.split('\n')[0] }));
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'readme-'));
    const log = join(root, 'testcases/ok/synthetic-lines-of-the-format-note/input.log');
    writeFileSync(join(directory, 'LicenseServer20250519075802.log'), readFileSync(log));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('are four', () => {
    expect(examples).toHaveLength(4);
  });

  it.each(examples)('write what they say: $title', async ({ code }) => {
    expect(findClaims(code)).not.toEqual([]);
    expect(await runExample(code, directory)).toEqual(findClaims(code));
  });
});

describe('the lines and values of the README', () => {
  const pairs = findBlocks('diff')
    .flatMap((block) => block.split(/^(?=- )/m))
    .map((pair) => {
      const [line = '', ...value] = pair.trimEnd().split('\n');
      return { line: line.slice(2), value: value.map((text) => text.slice(2)).join('\n') };
    });

  it('are seven', () => {
    expect(pairs).toHaveLength(7);
  });

  it.each(pairs)('are true: $line', ({ line, value }) => {
    expect(logParser.parseLine(line)).toEqual(JSON.parse(value));
  });
});

describe('the sample lines of the grammar in the README', () => {
  const samples = findBlocks('ebnf').flatMap((block) =>
    [...block.matchAll(/^\(\* (\d.*) \*\)$/gm)].map(([, line]) => line!),
  );

  it('are eight', () => {
    expect(samples).toHaveLength(8);
  });

  it.each(samples)('are understood without fault: %s', (sample) => {
    const line = logParser.parseLine(sample);
    if (line.type === 'message') expect(line.topic).not.toBeNull();
    else expect(line).toHaveProperty('wallAt');
    if ('faults' in line) expect(line.faults).toEqual([]);
  });
});

describe('the tables of the README', () => {
  /** The members of a union of texts, as its source lists them. */
  const membersOf = (union: string) => {
    const [, body] = new RegExp(`^export type ${union} =([^;]*);`, 'm').exec(types)!;
    return [...body!.matchAll(/'(\w+)'/g)].map(([, member]) => member!);
  };
  const rows = [...readme.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name!);

  it('explain every fault and every reason of a line that is not understood, and no others', () => {
    const members = ['UsageFault', 'DenialFault', 'MalformedReason'].flatMap(membersOf);
    expect(rows.toSorted()).toEqual([...new Set(members)].toSorted());
  });
});
