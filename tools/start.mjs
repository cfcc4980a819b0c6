// `npm start`: installs and builds what is missing, then runs monitor, API and dashboard in the
// foreground. Without LOG_DIRECTORY a simulated licence server runs beside them, with stores of its
// own. Ctrl-C, or the end of any of them, stops all.
import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { loadEnvFile } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureInstalled } from './ensure-installed.mjs';
import { nxScript, root, runNode, startNode } from './workspace.mjs';

const DEMO_DAYS = 14;
const DEMO_USERS = 300;
/** How long a service may take to stop before it is killed, in milliseconds. */
const STOP_MS = 8_000;

const scripts = {
  monitor: join(root, 'apps/monitor/dist/main.js'),
  commands: join(root, 'apps/monitor/dist/cli.js'),
  api: join(root, 'apps/api/dist/main.js'),
};

ensureInstalled();
if (existsSync('.env')) loadEnvFile('.env');
const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 3000);
await refuseBusyPort();
build();

const isDemo = !process.env.LOG_DIRECTORY && !process.env.LOG_SERVERS;
const data = isDemo ? (process.env.DEMO_DIRECTORY ?? join(root, 'data/demo')) : join(root, 'data');
const environment = { ...(isDemo ? prepareDemo() : storesOf(process.env)), ...webSettings() };
mkdirSync(data, { recursive: true });

const services = new Map();
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
// However this process ends, its services end with it.
process.on('exit', () => services.forEach((service) => service.kill('SIGKILL')));
if (isDemo) {
  // The monitor would otherwise overtake the simulator and call days of old lines "now".
  const simulator = startService('simulator', scripts.commands, simulatorArguments());
  await once(simulator.stdout, 'data');
}
startService('monitor', scripts.monitor, []);
startService('api', scripts.api, []);
await announce();

function build() {
  const projects = ['monitor', 'api', 'dashboard'];
  console.log('Building (a minute the first time) …');
  const args = ['run-many', '-t', 'build', '-p', projects.join(), '--outputStyle=static'];
  const quiet = ['ignore', process.env.CI ? 'inherit' : 'ignore', 'inherit'];
  if (runNode(nxScript, args, { stdio: quiet }) === 0) return;
  console.error(`The build failed. See why: npx nx run-many -t build -p ${projects.join()}`);
  process.exit(1);
}

/** The demo begins anew each time and never touches the stores of real logs. */
function prepareDemo() {
  rmSync(data, { recursive: true, force: true });
  const logs = join(data, 'logs');
  mkdirSync(logs, { recursive: true });
  return {
    LOG_DIRECTORY: logs,
    LOG_PATTERN_FILE: 'LicenseServer*.log',
    LOG_TIME_ZONE: 'Europe/Paris',
    LOG_START: 'beginning',
    HISTORY_DB: join(data, 'history.db'),
    LIVE_DB: join(data, 'license_manager.db'),
    SERVER_NAME: 'demo-dsls',
    ENTITLEMENTS_FILE: join(data, 'entitlements.yaml'),
    DEMO_DATA: 'true',
  };
}

/** Real logs: stores lie in data/ of the checkout, wherever npm was called. */
function storesOf({ HISTORY_DB, LIVE_DB }) {
  return {
    HISTORY_DB: HISTORY_DB ?? join(data, 'history.db'),
    LIVE_DB: LIVE_DB ?? join(data, 'license_manager.db'),
  };
}

function webSettings() {
  const built = join(root, 'apps/dashboard/dist/browser');
  return {
    HOST: host,
    PORT: String(port),
    DASHBOARD_DIRECTORY: process.env.DASHBOARD_DIRECTORY ?? built,
  };
}

function simulatorArguments() {
  return [
    'simulate',
    join(data, 'logs'),
    ...['--days', DEMO_DAYS, '--users', DEMO_USERS],
    ...['--entitlements', join(data, 'entitlements.yaml')],
    ...['--world-wide', '--follow', '--seed', Date.now() % 10_000],
  ].map(String);
}

function startService(name, script, args) {
  const service = startNode(script, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(data, `${name}.log`), { flags: 'a' });
  for (const output of [service.stdout, service.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      log.write(`${line}\n`);
      tell(name, line);
    });
  }
  services.set(name, service);
  service.on('exit', (code) => {
    services.delete(name);
    if (isStopping) return;
    console.error(
      `${name} has ended with code ${code}; see ${relative(root, join(data, `${name}.log`))}`,
    );
    stop(code || 1);
  });
  return service;
}

/** Warnings, errors and plain text reach the terminal; the rest is in the log files. */
function tell(name, line) {
  try {
    const { level, message } = JSON.parse(line);
    if (level === 'log') return;
    console.error(`${name}: ${message?.message ?? message}`);
  } catch {
    // Not one of our structured lines: a service says in plain words why it cannot run.
    if (name !== 'simulator') console.error(`${name}: ${line}`);
  }
}

async function announce() {
  while (!isStopping && !(await isAnswering())) await sleep(100);
  if (isStopping) return;
  const folder = relative(root, data);
  console.log(`\nLicense Monitor runs on http://${host}:${port}`);
  console.log(
    isDemo
      ? `Demo data: a simulated licence server writes ${folder}/logs. Set LOG_DIRECTORY to follow real logs.`
      : `Following ${process.env.LOG_SERVERS ?? environment.LOG_DIRECTORY ?? process.env.LOG_DIRECTORY}; history in ${environment.HISTORY_DB}.`,
  );
  console.log(`Logs: ${folder}/monitor.log and ${folder}/api.log. Ctrl-C stops.`);
}

function isAnswering() {
  return fetch(`http://${host}:${port}/health/live`).then(
    ({ ok }) => ok,
    () => false, // not listening yet
  );
}

async function refuseBusyPort() {
  const error = await new Promise((resolve) => {
    const probe = createServer().once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (error === undefined) return;
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is taken by another program. Choose another: PORT=${port + 1} npm start`
      : `Cannot listen on ${host}:${port}: ${error.message}. Set HOST and PORT.`,
  );
  process.exit(1);
}

/** Stops all services, waits for them, and ends. */
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  const ends = [...services.values()].map(
    (service) => new Promise((resolve) => service.once('exit', resolve)),
  );
  for (const service of services.values()) service.kill('SIGTERM');
  await Promise.race([Promise.all(ends), sleep(STOP_MS)]);
  for (const service of services.values()) service.kill('SIGKILL');
  process.exit(code);
}
