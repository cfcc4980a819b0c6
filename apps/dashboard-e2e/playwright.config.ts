import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const executablePath = process.env['CHROME_PATH'];

export default defineConfig({
  testDir: join(__dirname, 'src'),
  testMatch: '*.e2e.ts',
  outputDir: join(root, 'test-results'),
  globalSetup: join(root, 'tools/jest-start-postgres.cjs'),
  globalTeardown: join(root, 'tools/jest-stop-postgres.cjs'),
  // Services on ports of their own: one test at a time, so that two cores are enough.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], [join(root, 'tools/playwright-count-reporter.cjs')]],
  use: {
    timezoneId: 'Europe/Paris',
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Root needs --no-sandbox; the rest keeps Chromium from calling anybody.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
