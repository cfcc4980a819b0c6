const base = require('./jest.config.cjs');

const tests = (process.env['MUTATION_TESTS'] ?? '').split(',');

module.exports = {
  ...base,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: tests.map((name) => `<rootDir>/src/lib/${name}`),
  reporters: [],
  coverageThreshold: undefined,
};
