// Mutation testing of one file; `npm run mutation` in the root runs them all.
const { MUTATION_FILE, MUTATION_REPORT } = process.env;

export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  // A change of a constant is seen by every test, so all would run for each: hours. The golden logs and
  // the tables of the specs are what holds expressions and word lists.
  ignoreStatic: true,
  mutate: [MUTATION_FILE],
  jest: {
    projectType: 'custom',
    configFile: 'libs/log-parser/jest.stryker.cjs',
    enableFindRelatedTests: false,
  },
  ignorePatterns: ['apps', 'dist', 'coverage', 'data', 'docs', '**/dist', '**/out-tsc', '.nx'],
  tempDirName: `dist/stryker-${process.pid}`,
  reporters: ['json'],
  jsonReporter: { fileName: MUTATION_REPORT },
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  timeoutMS: 10_000,
};
