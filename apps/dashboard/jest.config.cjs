module.exports = {
  displayName: 'dashboard',
  rootDir: __dirname,
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // A test waits for conditions: a slow machine is no fault.
  testTimeout: 60_000,
  transform: {
    '^.+\\.(ts|mjs|js|html)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  // Angular ships .mjs only, marked an ES module.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|marked/))'],
  moduleFileExtensions: ['ts', 'html', 'js', 'mjs', 'json'],
  coverageDirectory: '../../coverage/dashboard',
  reporters: ['default', ['<rootDir>/../../tools/jest-count-reporter.cjs', { name: 'dashboard' }]],
};
