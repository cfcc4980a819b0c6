import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  concurrencySteps,
  findPeak,
  licenseMs,
  type UseInterval,
} from '@license-monitor/analytics';
import { HistoryReader, type SessionRow } from '@license-monitor/db';
import {
  officeScenario,
  type ProductTruth,
  type SessionTruth,
  type Truth,
} from '@license-monitor/log-synth';
import { simulateLogs } from '../simulating/simulate-logs';
import { startChild } from '../testing/child';
import { useFolder } from '../testing/folder';
import { countLostBytes, countRows, query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';
import { importLogs } from './import-logs';

const folder = useFolder();
const nothing = () => undefined;

/** Monday 13 October 2025: three weeks from here hold the hour that Paris has twice. */
const FROM = Date.parse('2025-10-12T22:00:00Z');
const YEARS_AWAY = Date.parse('2100-01-01T00:00:00Z');

async function simulate(variant: 'A' | 'B', lineEnd: '\n' | '\r\n'): Promise<Truth> {
  await simulateLogs({
    directory: folder.path('logs'),
    scenario: officeScenario({ from: FROM, variant, seed: 7 }),
    lineEnd,
    realTimeFrom: null,
    truthFile: folder.path('truth.json'),
    now: () => 0,
    signal: new AbortController().signal,
  });
  return JSON.parse(readFileSync(folder.path('truth.json'), 'utf8')) as Truth;
}

async function readSessions(): Promise<SessionRow[]> {
  const reader = await HistoryReader.open(folder.path('history.db'));
  const sessions = await reader.sessions.overlapping(0, YEARS_AWAY);
  await reader.close();
  return sessions.sort((a, b) => a.id - b.id);
}

const asTold = (session: SessionTruth) => ({
  product: session.product,
  editor: session.editor,
  model: session.model,
  quantity: session.quantity,
  user: session.user,
  host: session.host,
  display: String(session.display),
  startedAt: session.startedAt,
  endedAt: session.endedAt,
  closedBy: session.closedBy,
});

const asRead = (session: SessionRow) => ({
  product: session.product,
  editor: session.editor,
  model: session.model,
  quantity: session.quantity,
  user: session.user,
  host: session.host,
  display: session.display,
  startedAt: session.startedAt,
  endedAt: session.endedAt,
  closedBy: session.closedBy,
});

function toInterval(session: SessionRow, until: number): UseInterval {
  const person =
    session.model === 'NamedUser' ? session.user : `${session.user} ${session.clientId}`;
  return {
    from: session.startedAt ?? until,
    to: session.endedAt ?? until,
    fromOrder: session.id,
    toOrder: session.endEventId ?? Number.MAX_SAFE_INTEGER,
    seat: person,
    quantity: session.quantity,
  };
}

function measure(sessions: readonly SessionRow[], product: ProductTruth, { from, until }: Truth) {
  const own = sessions.filter(
    (one) => one.product === product.product && one.editor === product.editor,
  );
  const counting = product.model === 'Token' ? 'quantities' : 'seats';
  const steps = concurrencySteps(
    own.map((session) => toInterval(session, until)),
    counting,
  );
  const peak = findPeak(steps, from, until);
  return {
    peakLicenses: peak?.inUse,
    peakAt: peak?.at,
    licenseMs: licenseMs(steps, from, until),
    openSessions: own.filter(({ endedAt }) => endedAt === null).length,
  };
}

describe.each([
  ['A', '\n'],
  ['B', '\r\n'],
] as const)('21 days over the autumn clock change, variant %s', (variant, lineEnd) => {
  it('give sessions, peaks and licence-hours equal to the truth, to the millisecond', async () => {
    const truth = await simulate(variant, lineEnd);
    await importLogs(testSettings(folder.path), [folder.path('logs')], nothing);
    const sessions = await readSessions();
    expect(sessions.map(asRead)).toEqual(truth.sessions.map(asTold));
    for (const product of truth.products) {
      const { peakLicenses, peakAt, openSessions } = product;
      expect({ product: product.product, ...measure(sessions, product, truth) }).toEqual({
        product: product.product,
        peakLicenses,
        peakAt,
        licenseMs: product.licenseMs,
        openSessions,
      });
    }
    const denials = await query<{ n: number }>(
      folder.path('history.db'),
      'SELECT COUNT(*) AS n FROM license_events WHERE type = 3',
    );
    expect(denials).toEqual([{ n: truth.denials.length }]);
    expect(await countLostBytes(folder.path('history.db'))).toBe(0);
  });
});

describe('importing again', () => {
  it('adds no row: not from the same files, not from copies, not from compressed ones', async () => {
    await simulate('A', '\n');
    const settings = testSettings(folder.path);
    await importLogs(settings, [folder.path('logs')], nothing);
    const before = await countRows(folder.path('history.db'));
    const active = await readActive(folder.path('license_manager.db'));

    const again = await importLogs(settings, [folder.path('logs')], nothing);
    expect(again).toMatchObject({ lines: 0, events: 0 });

    cpSync(folder.path('logs'), folder.path('copies'), { recursive: true });
    await importLogs(settings, [folder.path('copies')], nothing);

    mkdirSync(folder.path('packed'));
    const name = 'LicenseServer20251013000000.log';
    const whole = readFileSync(folder.path('logs', name));
    // Without its first line the file is another stream: only its lines can tell that it is known.
    const rest = whole.subarray(whole.indexOf(0x0a) + 1);
    writeFileSync(folder.path('packed', `${name}.gz`), gzipSync(rest));
    const packed = await importLogs(settings, [folder.path('packed')], nothing);
    expect(packed).toMatchObject({ files: 1, events: 0, messages: 0 });
    expect(packed.duplicates).toBe(packed.lines);

    expect(await countRows(folder.path('history.db'))).toEqual(before);
    expect(await readActive(folder.path('license_manager.db'))).toEqual(active);
  });
});

describe('a rebuild', () => {
  it('gives the sessions and the live store that were there, without logs', async () => {
    await simulate('B', '\n');
    const settings = testSettings(folder.path);
    await importLogs(settings, [folder.path('logs')], nothing);
    rmSync(folder.path('logs'), { recursive: true });
    const [sessions, live] = [await readSessions(), await readActive(settings.LIVE_DB)];
    expect(sessions.length).toBeGreaterThan(1000);
    const cli = join(__dirname, '../../dist/cli.js');
    const { HISTORY_DB, LIVE_DB } = settings;
    const child = startChild(cli, ['rebuild'], { HISTORY_DB, LIVE_DB });
    expect(await child.ended).toBe(0);
    expect(child.output()).toBe(`${live.length} sessions are open now\n`);
    expect(await readSessions()).toEqual(sessions);
    expect(await readActive(LIVE_DB)).toEqual(live);
  });
});

describe('the live store', () => {
  it('holds the same sessions after it was deleted', async () => {
    await simulate('A', '\n');
    const settings = testSettings(folder.path);
    await importLogs(settings, [folder.path('logs')], nothing);
    const before = await readActive(folder.path('license_manager.db'));
    expect(before.length).toBeGreaterThan(0);
    for (const end of ['', '-wal', '-shm']) {
      rmSync(folder.path(`license_manager.db${end}`), { force: true });
    }
    await importLogs(settings, [folder.path('logs')], nothing);
    expect(await readActive(folder.path('license_manager.db'))).toEqual(before);
  });
});
