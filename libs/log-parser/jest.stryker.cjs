const base = require('./jest.config.cjs');

const folder = process.env['MUTATION_FOLDER'];
/** The golden logs test what reads lines and bytes. */
const golden = folder === 'lines' || folder === 'bytes' ? ['<rootDir>/src/lib/golden.spec.ts'] : [];

module.exports = {
  ...base,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: [`<rootDir>/src/lib/${folder}/**/*.spec.ts`, ...golden],
  reporters: [],
  coverageThreshold: undefined,
};
