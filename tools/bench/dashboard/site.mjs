// The real monitor and API on the log of an office, broken off where so many sessions are open.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../workspace.mjs';
import { findFreePort } from '../follow/free-port.mjs';
import { startApp } from '../follow/start-app.mjs';

const require = createRequire(import.meta.url);
const DAY_MS = 86_400_000;
/** So many people leave one session open, at a busy hour. */
const PEOPLE_PER_SESSION = 3;
/** The beginning of a Tuesday not long ago: whoever is at work has come to work, and nobody is given up. */
const FROM = tuesdayBefore(Date.now() - 7 * DAY_MS);

/** Starts the services and waits until all sessions are known; `stop` ends and removes everything. */
export async function startSite(openSessions) {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-bench-'));
  const log = join(folder, 'logs', 'LicenseServer1.log');
  mkdirSync(join(folder, 'logs'));
  const lastAt = writeOffice(log, openSessions);
  const port = await findFreePort();
  const apps = [startApp('monitor', folder, {}), startApp('api', folder, settingsOf(port))];
  const url = `http://127.0.0.1:${port}`;
  while ((await countSessions(url)) < openSessions) await sleep(200);
  const stop = () => {
    for (const app of apps) app.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop, batches: toBatches(log, lastAt) };
}

const settingsOf = (port) => ({
  PORT: String(port),
  DASHBOARD_DIRECTORY: join(root, 'apps/dashboard/dist/browser'),
});

/** Writes the log; gives the instant of its last line. */
function writeOffice(log, openSessions) {
  const { SimulatedLicenseServer, officeScenario } = require(join(root, 'libs/log-synth'));
  const server = new SimulatedLicenseServer(
    officeScenario({
      from: FROM,
      to: FROM + 3 * DAY_MS,
      zone: 'UTC',
      users: openSessions * PEOPLE_PER_SESSION,
      poll: null,
      rotatesWeekly: false,
    }),
    { keepSessions: false },
  );
  const lines = [];
  let open = 0;
  let at = FROM;
  while (open < openSessions) {
    const line = server.next();
    if (line === undefined) throw new Error(`never ${openSessions} sessions at once`);
    lines.push(`${line.text}\n`);
    at = line.at;
    if (/USGTRACING +Grant!/.test(line.text)) open += 1;
    if (/USGTRACING +(?:Detachment|TimeOut)!/i.test(line.text)) open -= 1;
  }
  writeFileSync(log, lines.join(''));
  return at;
}

async function countSessions(url) {
  const answer = await fetch(`${url}/api/v1/sessions?status=open`).catch(() => undefined);
  return answer?.ok ? (await answer.json()).items.length : 0;
}

/**
 * Bursts of changes: each grants as much as it detaches of the burst before, so that the table keeps its
 * length. `next` appends one and gives the name of its newest user.
 */
function toBatches(log, lastAt) {
  let nth = 0;
  const next = (changes) => {
    const half = changes / 2;
    nth += 1;
    const lines = [];
    for (let at = 0; at < half; at++) {
      const stamp = stampOf(lastAt + nth * 1000 + at);
      if (nth > 1) lines.push(lineOf('Detachment', stamp, (nth - 1) * half + at));
      lines.push(lineOf('Grant', stamp, nth * half + at));
    }
    appendFileSync(log, lines.join(''));
    return nameOf(nth * half + half - 1);
  };
  return { next };
}

const nameOf = (number) => `burst${number}`;

function stampOf(at) {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10).replaceAll('-', '/')} ${iso.slice(11, 19)}:${iso.slice(20, 23)}`;
}

function lineOf(action, stamp, number) {
  const id = (0xb00000 + number).toString(16).toUpperCase().padStart(16, '0');
  const host = `WS-${number} (41A0000000000001-0a000001.1)`;
  return `${stamp} I USGTRACING  ${action}!!MD2!${id}!Dassault Systemes V5!ConcurrentUser!1!STD!${host}!10.0.0.1!${nameOf(number)}\n`;
}

function tuesdayBefore(at) {
  const day = new Date(at);
  day.setUTCHours(0, 0, 0, 0);
  return day.getTime() - ((day.getUTCDay() + 5) % 7) * DAY_MS;
}
