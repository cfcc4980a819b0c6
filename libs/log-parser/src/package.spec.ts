import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { runInNewContext } from 'node:vm';
import { preProcessFile } from 'typescript';

// Packs a copy of the sources, as a fresh clone has them, and installs the package into an empty
// project. The build in the working tree is left alone: other tests run from it.

const library = join(__dirname, '..');
const workspace = join(library, '../..');
const compiler = require.resolve('typescript/bin/tsc');
const line = '2025/05/19 03:00:00:000 I STOPSERVER  License server stopped';

const root = mkdtempSync(join(tmpdir(), 'package-'));
const clone = join(root, 'clone/libs/log-parser');
const project = join(root, 'project');
const installed = join(project, 'node_modules/@license-monitor/log-parser');

/**
 * Without what npm told us: this project is not the one that npm runs the tests of. Nor with
 * colours, which Nx asks of all it runs: numbers would be wrapped in them.
 */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|FORCE_COLOR$)/i.test(name)),
  ),
  npm_config_cache: join(root, 'cache'),
  npm_config_update_notifier: 'false',
};

/** What a program prints; all that it says, as an error, where it fails. */
function run(command: string, cwd: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, parameters, {
    cwd,
    env: environment,
    encoding: 'utf8',
  });
  if (status === 0) return stdout;
  throw new Error(`${command} ${parameters.join(' ')}\n${stdout}${stderr}`);
}
const runNpm = (cwd: string, ...parameters: string[]) =>
  process.platform === 'win32'
    ? run('cmd', cwd, '/c', 'npm', ...parameters)
    : run('npm', cwd, ...parameters);
const runNode = (...parameters: string[]) => run(process.execPath, project, ...parameters).trim();

function writeSource(name: string, text: string): string {
  writeFileSync(join(project, name), text);
  return name;
}

/** Paths of the files in a folder, with `/`. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function makeClone(): void {
  const isOfClone = (path: string) =>
    !['dist', 'out-tsc', 'coverage', 'node_modules'].includes(basename(path));
  cpSync(library, clone, { recursive: true, filter: isOfClone });
  cpSync(join(workspace, 'tsconfig.base.json'), join(root, 'clone/tsconfig.base.json'));
  symlinkSync(join(workspace, 'node_modules'), join(root, 'clone/node_modules'), 'junction');
  // What an older build left behind must not be packed.
  for (const folder of ['dist', 'esm/dist']) {
    mkdirSync(join(clone, folder));
    writeFileSync(join(clone, folder, 'stale.js'), '');
  }
}

beforeAll(() => {
  makeClone();
  runNpm(clone, 'pack', '--pack-destination', root);
  const [tarball = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  mkdirSync(project);
  writeSource('package.json', '{ "private": true }');
  runNpm(project, 'install', '--offline', '--no-audit', '--no-fund', join('..', tarball));
  writeSource('LicenseServer.log', `${line}\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the package', () => {
  const readManifest = () =>
    JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;

  it('has the code in both module systems with its types, and nothing else', () => {
    const modules = listFiles(join(clone, 'src'))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .filter((path) => !path.startsWith('testing/'))
      .map((path) => path.slice(0, -'.ts'.length));
    const built = ['dist', 'esm/dist'].flatMap((folder) =>
      modules.flatMap((module) => [`${folder}/${module}.js`, `${folder}/${module}.d.ts`]),
    );
    const others = ['package.json', 'esm/package.json', 'LICENSE', 'README.md'];
    expect(listFiles(installed).toSorted()).toEqual([...built, ...others].toSorted());
  });

  it('names no file that it does not have', () => {
    const mentions = listFiles(installed)
      .filter((path) => path.endsWith('.js'))
      .filter((path) => readFileSync(join(installed, path), 'utf8').includes('sourceMappingURL'));
    expect(mentions).toEqual([]);
    const entries = JSON.stringify(readManifest()['exports']);
    const paths = [...entries.matchAll(/"(\.\/(?:dist|esm)\/[^"]+)"/g)].map(([, path]) => path!);
    expect(paths).toHaveLength(8);
    for (const path of paths)
      expect([path, existsSync(join(installed, path))]).toEqual([path, true]);
  });

  it('depends on nothing and is the only one that is installed', () => {
    expect(readManifest()).not.toHaveProperty('dependencies');
    expect(readManifest()).not.toHaveProperty('peerDependencies');
    expect(readdirSync(join(project, 'node_modules'))).toEqual([
      '.package-lock.json',
      '@license-monitor',
    ]);
  });

  it('has the license of the workspace', () => {
    const text = readFileSync(join(workspace, 'LICENSE'), 'utf8');
    expect(readFileSync(join(installed, 'LICENSE'), 'utf8')).toBe(text);
  });
});

describe('the core', () => {
  it('runs from CommonJS', () => {
    const code = `
      const { parseLine } = require('@license-monitor/log-parser');
      console.log(parseLine('${line}').type, require.resolve('@license-monitor/log-parser'));`;
    expect(runNode(writeSource('core.cjs', code))).toMatch(
      /^serverStop \S+log-parser[\\/]dist[\\/]index\.js$/,
    );
  });

  it('runs from an ES module', () => {
    const code = `
      import { parseLine } from '@license-monitor/log-parser';
      console.log(parseLine('${line}').type, import.meta.resolve('@license-monitor/log-parser'));`;
    expect(runNode(writeSource('core.mjs', code))).toMatch(
      /^serverStop \S+log-parser\/esm\/dist\/index\.js$/,
    );
  });

  it.each(['dist', 'esm/dist'])('imports nothing but itself, in %s', (folder) => {
    const core = join(installed, folder);
    const modules = listFiles(core).filter((path) => /^(?!node\/).*\.js$/.test(path));
    expect(modules).toContain('index.js');
    for (const module of modules) {
      const path = join(core, module);
      const { importedFiles } = preProcessFile(readFileSync(path, 'utf8'), true, true);
      for (const { fileName } of importedFiles) {
        expect(fileName).toMatch(/^\.{1,2}\//);
        expect(modules).toContain(
          relative(core, join(dirname(path), fileName))
            .split(sep)
            .join('/'),
        );
      }
    }
  });
});

describe('the entry for Node', () => {
  const use = `
    (async () => {
      const log = readLog('LicenseServer.log');
      for await (const { line } of log) console.log(line.type, log.summary.bytes);
    })();`;

  it('reads a file from CommonJS', () => {
    const code = `const { readLog } = require('@license-monitor/log-parser/node'); ${use}`;
    expect(runNode(writeSource('node.cjs', code))).toBe(`serverStop ${line.length + 1}`);
  });

  it('reads a file from an ES module', () => {
    const code = `import { readLog } from '@license-monitor/log-parser/node'; ${use}`;
    expect(runNode(writeSource('node.mjs', code))).toBe(`serverStop ${line.length + 1}`);
  });
});

describe('the types', () => {
  const useCore = `
    const line: ParsedLine = parseLine('');
    export const user: string | null = line.type === 'grant' ? line.user : null;
    // @ts-expect-error A line has no such member: the types are there, and not \`any\`.
    export const nothing = line.nothing;`;
  const useNode = `
    export async function count(path: string): Promise<number> {
      const log: LogReading = readLog(path, { signal: AbortSignal.timeout(1) });
      for await (const { line } of log) if (line.type === 'grant') return line.wallAt;
      return log.summary.bytes;
    }
    // @ts-expect-error A path is text: the types are there, and not \`any\`.
    readLog(1);`;
  const names = {
    core: { use: useCore, imports: 'parseLine, type ParsedLine', entry: '' },
    node: { use: useNode, imports: 'readLog, type LogReading', entry: '/node' },
  };

  it.each([
    ['core', 'mts', 'esm/dist/index.d.ts', []],
    ['core', 'cts', 'dist/index.d.ts', []],
    ['node', 'mts', 'esm/dist/node/index.d.ts', ['node']],
    ['node', 'cts', 'dist/node/index.d.ts', ['node']],
  ] as const)('of the %s resolve from .%s, to %s', (name, extension, declaration, types) => {
    const { use, imports, entry } = names[name];
    const file = writeSource(
      `${name}.${extension}`,
      `import { ${imports} } from '@license-monitor/log-parser${entry}'; ${use}`,
    );
    const compilerOptions = {
      ...{ module: 'nodenext', target: 'es2023', lib: ['es2023'], strict: true, noEmit: true },
      ...{ types, typeRoots: [join(workspace, 'node_modules/@types')] },
    };
    const config = JSON.stringify({ compilerOptions, files: [file] });
    const read = runNode(compiler, '-p', writeSource(`${file}.json`, config), '--listFiles');
    const ours = read.split(/\r?\n/).flatMap((path) => path.split('/log-parser/').slice(1));
    expect(ours).toContain(declaration);
    const folder = declaration.slice(0, declaration.indexOf('dist/'));
    expect(ours.filter((path) => !path.startsWith(`${folder}dist/`))).toEqual([]);
  });
});

const bundler = findBundler();
const ifBundler = bundler === undefined ? describe.skip : describe;

/** The workspace has it only because the dashboard's builder brings it. */
function findBundler(): string | undefined {
  try {
    return require.resolve('esbuild', { paths: [workspace] });
  } catch {
    // MODULE_NOT_FOUND: only looking can tell.
    return undefined;
  }
}

ifBundler('a bundle for the browser', () => {
  function bundle(name: string, code: string): string {
    const script = writeSource(
      'bundle.cjs',
      `const [bundler, entry, outfile] = process.argv.slice(2);
       const options = { bundle: true, platform: 'browser', format: 'iife', minify: true };
       require(bundler).buildSync({ entryPoints: [entry], outfile, ...options });`,
    );
    runNode(script, bundler!, writeSource(`${name}.mjs`, code), `${name}.out.js`);
    return readFileSync(join(project, `${name}.out.js`), 'utf8');
  }

  /** What a bundle prints where there is nothing but the language. */
  function runBundle(code: string): unknown[] {
    const printed: unknown[] = [];
    runInNewContext(code, { print: (text: unknown) => printed.push(text) });
    return printed;
  }

  it('holds only what is used, and runs', () => {
    const from = "from '@license-monitor/log-parser'";
    const one = bundle('one', `import { parseLine } ${from}; print(parseLine('${line}').type);`);
    const all = bundle('all', `import * as all ${from}; print(typeof all.parseLine, all);`);
    expect(runBundle(one)).toEqual(['serverStop']);
    expect(runBundle(all)).toEqual(['function']);
    expect(one.length).toBeLessThan(all.length / 2);
  });
});
