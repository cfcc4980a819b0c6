// Mutation testing of the pure core: `npm run mutation` in the root. The fuzz, package and README
// specs are left out: they cost much and say little about a single statement.
export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: ['libs/log-parser/src/lib/**/*.ts', '!libs/log-parser/src/**/*.spec.ts'],
  jest: {
    projectType: 'custom',
    configFile: 'libs/log-parser/jest.stryker.cjs',
    enableFindRelatedTests: false,
  },
  ignorePatterns: ['apps', 'dist', 'coverage', 'data', 'docs', '**/dist', '**/out-tsc', '.nx'],
  tempDirName: 'dist/stryker',
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'dist/mutation/log-parser.html' },
  jsonReporter: { fileName: 'dist/mutation/log-parser.json' },
  concurrency: 2,
  timeoutMS: 10_000,
  thresholds: { high: 95, low: 90, break: 85 },
};
