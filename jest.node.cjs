// One jest base for every Node-side project. Nest 12 and chokidar 5 are ESM-only packages and
// jest (below Node 24.9) cannot require() ESM, so SWC turns them into CommonJS on the fly.
const { join } = require('node:path');

const esmPackages = ['@nestjs', 'chokidar', 'readdirp', 'es-toolkit', '@standard-schema'];
const libraries = ['log-parser', 'sessions', 'analytics', 'api-contract', 'db', 'log-synth'];

const swc = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: 'inline',
};

const withPostgres = {
  globalSetup: join(__dirname, 'tools/jest-start-postgres.cjs'),
  globalTeardown: join(__dirname, 'tools/jest-stop-postgres.cjs'),
};

module.exports = (dirname, displayName, { postgres = false } = {}) => ({
  ...(postgres ? withPostgres : {}),
  displayName,
  rootDir: dirname,
  testEnvironment: 'node',
  // Tests wait for conditions, not for times; this only ends one that waits for ever.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    ...Object.fromEntries(
      libraries.map((name) => [
        `^@license-monitor/${name}$`,
        join(__dirname, 'libs', name, 'src/index.ts'),
      ]),
    ),
    '^@license-monitor/log-parser/node$': join(__dirname, 'libs/log-parser/src/node/index.ts'),
    // Sources that are also built as ES modules name their neighbours as the build does.
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
  coverageDirectory: join(__dirname, 'coverage', displayName),
  reporters: ['default', [join(__dirname, 'tools/jest-count-reporter.cjs'), { name: displayName }]],
});
