// Runs the browser tests: finds a browser, then starts Playwright.
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { playwrightScript, root, runNode } from './workspace.mjs';

const { path, source } = await findBrowser();
console.log(`browser: ${source}${path ? ` (${path})` : ''}`);
const config = join(root, 'apps/dashboard-e2e/playwright.config.ts');
process.exit(
  runNode(playwrightScript, ['test', '-c', config, ...process.argv.slice(2)], {
    env: path ? { CHROME_PATH: path } : {},
  }),
);
