const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testPathIgnorePatterns: ['fuzz.spec', 'package.spec', 'readme.spec', '/node/'],
  reporters: [],
  coverageThreshold: undefined,
};
