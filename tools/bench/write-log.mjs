// A log of a busy site, as large as wanted.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const require = createRequire(import.meta.url);
const LINES_AT_ONCE = 20_000;

/** Writes at least `megabytes` of log lines of a site with so many users. */
export function writeLog(file, { megabytes, users }) {
  const { SimulatedLicenseServer, officeScenario } = require(join(root, 'libs/log-synth'));
  const scenario = officeScenario({ to: null, users, poll: null });
  const server = new SimulatedLicenseServer(scenario, { keepSessions: false });
  const descriptor = openSync(file, 'w');
  for (let size = 0; size < megabytes * 1e6;) {
    const part = Array.from({ length: LINES_AT_ONCE }, () => `${server.next().text}\n`).join('');
    size += part.length;
    writeSync(descriptor, part);
  }
  closeSync(descriptor);
}
