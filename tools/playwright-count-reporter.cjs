// Writes how many browser tests passed and failed, so that `npm test` can add up every runner.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../dist/test-counts');

module.exports = class PlaywrightCountReporter {
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const outcomes = this.suite.allTests().map((test) => test.outcome());
    const count = (...wanted) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'dashboard-e2e.json'),
      JSON.stringify({
        passed: count('expected', 'flaky'),
        failed: count('unexpected'),
        skipped: count('skipped'),
      }),
    );
  }
};
