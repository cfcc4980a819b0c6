// Finds a Chromium for the browser tests: a given path, an installed one, Playwright's own, the one
// packed in an npm package (Linux x64), and on Debian, as root, the distribution's.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import process from 'node:process';

const INSTALLED_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];
const INSTALLED_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A snap cannot read a profile in the temporary folder. */
const isUsable = (path) => path && existsSync(path) && !realpathSync(path).includes('/snap');

function which(name) {
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`])
      .toString()
      .trim();
  } catch {
    return ''; // not on the path
  }
}

const findInstalled = () => [...INSTALLED_NAMES.map(which), ...INSTALLED_PATHS].find(isUsable);

/** Starting it is the only way to know that nothing it needs is missing. */
const canStart = (path) =>
  spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

async function findPacked() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  return canStart(path) ? path : undefined;
}

function installDebianPackage() {
  if (process.getuid?.() !== 0 || !which('apt-get')) return undefined;
  const apt = (...args) => spawnSync('apt-get', ['-q', '-y', ...args], { stdio: 'inherit' });
  apt('update');
  apt('install', '--no-install-recommends', 'chromium');
  return findInstalled();
}

/**
 * Path of a Chromium and where it came from; an empty path means Playwright's own. Set CHROME_PATH
 * to choose one, or E2E_BROWSER=bundled to skip installed ones.
 */
export async function findBrowser() {
  if (process.env.CHROME_PATH) return { path: process.env.CHROME_PATH, source: 'CHROME_PATH' };
  if (process.env.E2E_BROWSER !== 'bundled') {
    const installed = findInstalled();
    if (installed) return { path: installed, source: 'installed' };
    const { chromium } = await import('@playwright/test');
    if (isUsable(chromium.executablePath())) return { path: '', source: 'Playwright' };
  }
  const packed = await findPacked();
  if (packed) return { path: packed, source: '@sparticuz/chromium' };
  const debian = installDebianPackage();
  if (debian) return { path: debian, source: 'the Debian package' };
  throw new Error(
    'no browser for the end-to-end tests: install Chromium or Chrome (Debian: apt-get install chromium), or set CHROME_PATH',
  );
}
