import type { HealthDto } from '@license-monitor/api-contract';
import { expect } from '@playwright/test';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from './test-database';

const root = join(__dirname, '../../..');

/** Programs that a test runs for real, each a process of its own. */
export class Services {
  readonly folder = mkdtempSync(join(tmpdir(), 'license-monitor-e2e-'));
  readonly logs = join(this.folder, 'logs');
  readonly log = join(this.logs, 'LicenseServer20260101000000.log');
  /** What the site owns; read where it is written before the monitor starts. */
  readonly entitlements = join(this.folder, 'entitlements.yaml');
  /** Where the demo keeps its logs and stores. */
  private readonly demo = join(this.folder, 'demo');
  readonly url: string;
  private readonly running = new Map<string, ChildProcess>();

  private constructor(
    readonly port: number,
    private readonly database: TestDatabase | undefined,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  /** @param database instead of files; removed in the end. */
  static async create(database?: TestDatabase): Promise<Services> {
    return new Services(await findFreePort(), database);
  }

  startMonitor(over: Readonly<Record<string, string>> = {}): void {
    this.start('monitor', 'apps/monitor/dist/main.js', over);
  }

  /** The API serves the built dashboard, too. */
  startApi(): void {
    this.start('api', 'apps/api/dist/main.js', {});
  }

  /** `npm start` itself, without LOG_DIRECTORY: the demo. */
  startDemo(): void {
    this.start('start', 'tools/start.mjs', { LOG_DIRECTORY: '', DEMO_DIRECTORY: this.demo });
  }

  /** Writes the log of the one licence server. */
  writeLog(lines: readonly string[]): void {
    mkdirSync(this.logs, { recursive: true });
    writeFileSync(this.log, lines.join(''));
  }

  /** Appends to the log, as the licence server does. */
  appendToLog(lines: readonly string[]): void {
    appendFileSync(this.log, lines.join(''));
  }

  /** Starts monitor and API and waits until as many events as there must be are known. */
  async startAndRead(events: number, over: Readonly<Record<string, string>> = {}): Promise<void> {
    this.startMonitor(over);
    this.startApi();
    await expect.poll(() => this.countEvents(), { timeout: 60_000 }).toBeGreaterThanOrEqual(events);
  }

  /** What the API answers; undefined while it cannot be asked. */
  async ask<Answer>(path: string): Promise<Answer | undefined> {
    const answer = await fetch(`${this.url}/api/v1/${path}`).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as Answer) : undefined;
  }

  /** How many events were read; below none while the API cannot be asked. */
  private async countEvents(): Promise<number> {
    const health = await this.ask<HealthDto>('health');
    return health?.servers.reduce((sum, { totals }) => sum + totals.events, 0) ?? -1;
  }

  /** Runs a command of `license-monitor` on the stores to its end; throws when it fails. */
  runCommand(args: readonly string[], over: Readonly<Record<string, string>>): void {
    execFileSync(process.execPath, [join(root, 'apps/monitor/dist/cli.js'), ...args], {
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...this.environment(), LOG_DIRECTORY: '', ...over },
    });
  }

  /** Ends a service, as an operator would, and waits for it. */
  async stop(name: string): Promise<void> {
    const service = this.running.get(name);
    if (service === undefined) return;
    this.running.delete(name);
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    await ended;
  }

  /**
   * Ends everything and clears up.
   *
   * @returns what the services logged of requests that failed: none may, not even while they stop.
   */
  async close(): Promise<readonly string[]> {
    for (const name of this.running.keys()) await this.stop(name);
    const failures = this.readLogs().filter((line) => line.includes('request failed'));
    rmSync(this.folder, { recursive: true, force: true });
    await this.database?.remove();
    return failures;
  }

  private readLogs(): string[] {
    return [this.folder, this.demo]
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((path) => path.endsWith('.log'))
      .flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  }

  private start(name: string, script: string, over: Readonly<Record<string, string>>): void {
    const log = openSync(join(this.folder, `${name}.log`), 'a');
    const service = spawn(process.execPath, [join(root, script)], {
      cwd: this.folder,
      stdio: ['ignore', log, 'inherit'],
      env: { ...this.environment(), ...over },
    });
    // The service has it now.
    closeSync(log);
    this.running.set(name, service);
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      LOG_DIRECTORY: this.logs,
      LOG_TIME_ZONE: 'Europe/Paris',
      HISTORY_DB: join(this.folder, 'history.db'),
      LIVE_DB: join(this.folder, 'license_manager.db'),
      DATABASE_URL: this.database?.url ?? '',
      ENTITLEMENTS_FILE: existsSync(this.entitlements) ? this.entitlements : '',
      PORT: String(this.port),
      DASHBOARD_DIRECTORY: join(root, 'apps/dashboard/dist/browser'),
    };
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
