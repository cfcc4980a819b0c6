const base = require('./jest.config.cjs');

const folder = process.env['MUTATION_FOLDER'];
module.exports = {
  ...base,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  // Only the folder's own tests: the golden logs notice more, at many times the cost.
  testMatch: [`<rootDir>/src/lib/${folder}/**/*.spec.ts`],
  reporters: [],
  coverageThreshold: undefined,
};
