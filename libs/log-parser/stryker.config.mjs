// Mutation testing of one folder of the pure core; `npm run mutation` in the root runs them all.
const folder = process.env.MUTATION_FOLDER;

export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  // A change of a constant is seen by every test, so all would run for each: hours. The golden logs and
  // the tables of the specs are what holds expressions and word lists.
  ignoreStatic: true,
  mutate: [`libs/log-parser/src/lib/${folder}/**/*.ts`, '!libs/log-parser/src/**/*.spec.ts'],
  jest: {
    projectType: 'custom',
    configFile: 'libs/log-parser/jest.stryker.cjs',
    enableFindRelatedTests: false,
  },
  ignorePatterns: ['apps', 'dist', 'coverage', 'data', 'docs', '**/dist', '**/out-tsc', '.nx'],
  tempDirName: `dist/stryker-${folder}`,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  htmlReporter: { fileName: `dist/mutation/${folder}.html` },
  jsonReporter: { fileName: `dist/mutation/${folder}.json` },
  concurrency: 2,
  timeoutMS: 10_000,
  thresholds: { high: 95, low: 90, break: 85 },
};
