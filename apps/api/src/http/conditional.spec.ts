import type { HistoryReader } from '@license-monitor/db';
import { rmSync } from 'node:fs';
import request, { type Response } from 'supertest';
import { Stores } from '../stores/stores';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const HOUR = 3_600_000;
const PAST = `from=0&to=${9 * HOUR}`;

const ROUTES = [
  'usage/summary?',
  'usage/series?product=MD2&',
  'usage/load-duration?product=MD2&',
  'usage/hour-of-week?product=MD2&',
  'usage/reconciliation?product=MD2&',
  'capacity/what-if?product=MD2&seats=1&',
  'coverage?',
  'findings?',
  'denials?',
  'denials/series?',
  'timeline?',
  'events?',
  'sessions?status=closed&',
];

describe('an answer about a range that is over', () => {
  let stores: TestStores;
  let api: TestApi;

  beforeEach(async () => {
    stores = new TestStores();
    await stores.open();
    await stores.tell(
      { type: 'serverStart', at: 0 },
      { type: 'grant', at: HOUR },
      { type: 'denial', at: 2 * HOUR, user: 'eve' },
      { type: 'detachment', at: 3 * HOUR },
      { type: 'resume', at: 10 * HOUR },
    );
    api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await api.close();
    await stores.close();
  });

  const ask = (path: string, known = '', accept = 'application/json'): Promise<Response> =>
    request(api.server)
      .get(`/api/v1/${path}`)
      .set({ accept, ...(known === '' ? {} : { 'if-none-match': known }) })
      .then((response) => response);

  const tagOf = async (path: string, accept?: string): Promise<string> => {
    const { status, headers } = await ask(path, '', accept);
    expect(status).toBe(200);
    return String(headers['etag']);
  };

  /** From now on whoever asks the history for anything else fails. */
  async function allowOnlyRevision(): Promise<void> {
    const opened = api.app.get(Stores);
    const revision = await (await opened.history()).revision();
    const history = { revision: () => Promise.resolve(revision) } as unknown as HistoryReader;
    jest.spyOn(opened, 'history').mockResolvedValue(history);
  }

  it.each(ROUTES)('of %s is not made anew for whoever has it', async (route) => {
    const first = await ask(route + PAST);
    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'Accept' });
    const tag = String(first.headers['etag']);
    expect(tag).toMatch(/^W\/"5-/);
    await allowOnlyRevision();
    const second = await ask(route + PAST, tag);
    expect([second.status, second.text, second.headers['etag']]).toEqual([304, '', tag]);
    expect((await ask(route + PAST)).status).toBe(500);
  });

  it('is made anew where a client wants it so', async () => {
    const path = `usage/summary?${PAST}`;
    const reload = request(api.server)
      .get(`/api/v1/${path}`)
      .set({ 'if-none-match': await tagOf(path), 'cache-control': 'no-cache' });
    await reload.expect(200);
  });

  it.each([
    ['a line that came late', () => stores.tell({ type: 'grant', at: 4 * HOUR, user: 'kim' })],
    ['seats that were told', () => stores.tellSeats(HOUR, 5, 1)],
    ['a monitor that follows now', () => stores.report()],
    ['another server', () => stores.addServer('lic2')],
  ])('is another one after %s', async (_, change) => {
    const path = `usage/summary?${PAST}`;
    const tag = await tagOf(path);
    await change();
    const { status, headers } = await ask(path, tag);
    expect([status, headers['etag'] === tag]).toEqual([200, false]);
  });

  it('is of one address and one form', async () => {
    const path = `sessions?status=closed&${PAST}`;
    const tags = [
      await tagOf(path),
      await tagOf(`${path}&sort=endedAt`),
      await tagOf(path, 'text/csv'),
    ];
    expect(new Set(tags).size).toBe(3);
    expect((await ask(path, tags[2], 'text/csv')).status).toBe(304);
  });

  it.each([
    ['is not over', `usage/summary?from=0&to=${Date.now() + HOUR}`],
    ['has no end', 'usage/summary?from=0'],
    ['is not over for its last refusals', `denials?from=0&to=${Date.now() - HOUR}&retryMinutes=90`],
    ['is of now', `sessions?status=open&${PAST}`],
  ])('is made anew where the range %s', async (_, path) => {
    const { status, headers } = await ask(path);
    expect([status, headers['cache-control']]).toEqual([200, undefined]);
  });

  it('comes without a tag where the live store is not there', async () => {
    rmSync(stores.liveFile);
    const { status, headers } = await ask(`sessions?status=closed&${PAST}`);
    expect([status, headers['cache-control']]).toEqual([200, undefined]);
  });

  it('has no tag where it is a failure', async () => {
    const { status, headers } = await ask(`usage/summary?${PAST}&colour=red`);
    expect([status, headers['cache-control']]).toEqual([400, undefined]);
    expect(String(headers['etag'])).not.toContain('5-');
  });
});
