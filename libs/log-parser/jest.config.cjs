module.exports = {
  ...require('../../jest.node.cjs')(__dirname, 'log-parser'),
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/**/index.ts', '!src/testing/**'],
  coverageReporters: ['text-summary', 'html'],
  coverageThreshold: { global: { branches: 100, lines: 100 } },
};
