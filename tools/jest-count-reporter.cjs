// Writes how many tests passed and failed, so that `npm test` can add up every runner.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../dist/test-counts');

module.exports = class JestCountReporter {
  constructor(_globalConfig, options) {
    this.name = options.name;
  }

  onRunComplete(_contexts, results) {
    // A suite that cannot even be loaded runs no test: it counts as one failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `${this.name}.json`),
      JSON.stringify({ passed: results.numPassedTests, failed, skipped: results.numPendingTests }),
    );
  }
};
