import type {
  EventDto,
  HealthDto,
  OpenSessionsDto,
  OverviewDto,
  Page,
  Problem,
  SessionDto,
} from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from './testing/api';
import { TestStores } from './testing/stores';

const HOUR_MS = 3_600_000;
let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

async function read<Body>(path: string, status = 200): Promise<Body> {
  const response = await request(api.server).get(path).expect(status);
  return (
    Object.keys(response.body as object).length > 0 ? response.body : JSON.parse(response.text)
  ) as Body;
}

describe('GET /api/v1/sessions?status=open', () => {
  it('answers who holds what, with sessions, licences, users and hosts as four figures', async () => {
    await stores.open();
    await stores.tell(
      { type: 'grant', at: 1_000, user: 'ann', session: 'A' },
      { type: 'grant', at: 2_000, user: 'ann', session: 'B' },
      { type: 'grant', at: 3_000, user: 'bob', host: 'WS-2' },
      { type: 'grant', at: 4_000, user: 'bob', host: 'WS-2', product: 'HD2' },
      { type: 'detachment', at: 5_000, user: 'bob', host: 'WS-2', product: 'HD2' },
    );
    const open = await read<OpenSessionsDto>('/api/v1/sessions?status=open');
    expect(open.lastEventId).toBe(5);
    expect(open.items).toHaveLength(3);
    expect(open.items[0]).toEqual({
      id: 1,
      server: 'lic1',
      product: 'MD2',
      editor: 'Dassault Systemes V5',
      user: 'ann',
      host: 'WS-1',
      display: '1',
      model: 'concurrentUser',
      quantity: 1,
      startedAt: 1_000,
      endedAt: null,
      endUncertaintyMs: 0,
      closedBy: null,
      uncertainSince: null,
      isNegative: false,
      // Its start lies long ago.
      isPossiblyOffline: true,
    });
    expect(open.totals).toMatchObject([
      { product: 'MD2', sessions: 3, licenses: 2, users: 2, hosts: 2 },
    ]);
  });

  it('keeps to the given users, hosts and products', async () => {
    await stores.open();
    await stores.tell(
      { type: 'grant', at: 1_000, user: 'ann' },
      { type: 'grant', at: 2_000, user: 'bob', host: 'WS-2' },
      { type: 'grant', at: 3_000, user: 'eve', product: 'HD2' },
    );
    const users = async (query: string) =>
      (await read<OpenSessionsDto>(`/api/v1/sessions?${query}`)).items.map(({ user }) => user);
    expect(await users('user=ANN&user=eve')).toEqual(['ann', 'eve']);
    expect(await users('host=ws-2')).toEqual(['bob']);
    expect(await users('product=HD2')).toEqual(['eve']);
    expect(await users('server=other')).toEqual([]);
  });

  it('answers from the new live store when the old one was deleted', async () => {
    await stores.open();
    await stores.tell({ type: 'grant', at: 1_000 });
    await read('/api/v1/sessions');
    await stores.replaceLive();
    await stores.tell({ type: 'grant', at: 2_000, user: 'bob' });
    expect((await read<OpenSessionsDto>('/api/v1/sessions')).items).toHaveLength(2);
  });
});

describe('GET /api/v1/sessions?status=closed', () => {
  it('pages through all sessions by their end, each once', async () => {
    await stores.open();
    for (let nth = 0; nth < 7; nth++) {
      const at = 1_000 * Math.floor(nth / 2);
      await stores.tell(
        { type: 'grant', at, session: `${nth}` },
        { type: 'detachment', at: at + 10, session: `${nth}` },
      );
    }
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<SessionDto> = await read(
        `/api/v1/sessions?status=closed&limit=3${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ endedAt }) => endedAt ?? -1));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([3010, 2010, 2010, 1010, 1010, 10, 10]);
  });

  it('takes the range as half-open', async () => {
    await stores.open();
    await stores.tell({ type: 'grant', at: 1_000 }, { type: 'timeout', at: 2_000 });
    const count = async (range: string) =>
      (await read<Page<SessionDto>>(`/api/v1/sessions?status=closed&${range}`)).items.length;
    expect([await count('from=2000&to=2001'), await count('from=1000&to=2000')]).toEqual([1, 0]);
  });
});

describe('GET /api/v1/events', () => {
  it('answers the history, last read first, and where each line stands', async () => {
    await stores.open();
    await stores.tell({ type: 'grant', at: 1_000 }, { type: 'denial', at: 2_000, product: 'HD2' });
    const page = await read<Page<EventDto>>('/api/v1/events?type=denial');
    expect(page).toEqual({
      items: [
        {
          id: 2,
          type: 'denial',
          at: 2_000,
          timeFlag: null,
          server: 'lic1',
          product: 'HD2',
          editor: null,
          user: 'ann',
          host: 'WS-1',
          quantity: null,
          reason: 'no more available license',
          source: { file: 'LicenseServer1.log', byteOffset: 100 },
        },
      ],
      nextCursor: null,
    });
    const first = await read<Page<EventDto>>('/api/v1/events?limit=1');
    expect(first.items[0]?.id).toBe(2);
    const second = await read<Page<EventDto>>(`/api/v1/events?limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ id: 1 }], nextCursor: null });
  });
});

describe('GET /api/v1/overview', () => {
  it('answers what is in use, the peaks of today and of the last hours, and the refusals', async () => {
    const now = Date.now();
    await stores.open();
    await stores.tell(
      { type: 'grant', at: now - 30 * HOUR_MS, user: 'eve', session: 'E' },
      { type: 'grant', at: now - 300_000, user: 'ann' },
      { type: 'grant', at: now - 200_000, user: 'bob', host: 'WS-2' },
      { type: 'detachment', at: now - 100_000, user: 'bob', host: 'WS-2' },
      { type: 'denial', at: now - 90_000, user: 'joe' },
      { type: 'denial', at: now - 80_000, user: 'kim', reason: 'policy' },
      { type: 'denial', at: now - 70_000, user: 'kim', product: 'XYZ', reason: 'notOwned' },
    );
    await stores.report();
    // A zone in which now is about noon, so that today holds the last five minutes.
    const offset = 12 - new Date(now).getUTCHours();
    const zone = `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
    const overview = await read<OverviewDto>(`/api/v1/overview?zone=${encodeURIComponent(zone)}`);
    const [md2, xyz] = overview.products;
    expect(md2).toMatchObject({
      product: 'MD2',
      model: 'concurrentUser',
      sessions: 2,
      licenses: 2,
      entitlement: null,
      peakToday: 3,
      peakTodayAt: now - 200_000,
      denialsToday: { capacity: 1, policy: 1, notEnrolled: 0, other: 0, lastUser: 'kim' },
    });
    expect(md2?.hourlyPeaks).toHaveLength(24);
    expect([md2?.hourlyPeaks[0], md2?.hourlyPeaks[23]]).toEqual([1, 3]);
    expect(xyz).toMatchObject({ product: 'XYZ', licenses: 0, denialsToday: { notEnrolled: 1 } });
    expect(overview.users).toBe(2);
    expect(overview.longestOpen.map(({ user }) => user)).toEqual(['eve', 'ann']);
  });

  it('knows no peak of hours before the first line', async () => {
    await stores.open();
    await stores.tell({ type: 'grant', at: Date.now() - 1_000 });
    await stores.report();
    const { products } = await read<OverviewDto>('/api/v1/overview');
    expect(products[0]?.hourlyPeaks.slice(0, 23)).toEqual(new Array(23).fill(null));
    expect(products[0]?.hourlyPeaks[23]).toBe(1);
  });
});

describe('GET /api/v1/health', () => {
  it('says that the data is simulated, how the monitor is, and what was read of each file', async () => {
    await stores.open(true);
    await stores.tell({ type: 'grant', at: 1_000 });
    await stores.report({ state: 'catchingUp', bytesTotal: 1_000, bytesRead: 100 });
    const health = await read<HealthDto>('/api/v1/health');
    expect(health).toMatchObject({ demo: true, lastEventId: 1 });
    expect(health.servers).toMatchObject([
      {
        server: 'lic1',
        timeZone: 'Europe/Paris',
        state: 'catchingUp',
        lastLineAt: 1_000,
        bytesTotal: 1_000,
        bytesRead: 100,
        files: [
          { file: 'LicenseServer1.log', state: 'following', lines: 1, events: 1, bytesRead: 100 },
        ],
      },
    ]);
  });

  it('takes a monitor that has been silent for stopped, and says how to start it', async () => {
    await stores.open();
    await stores.report({ reportedAt: Date.now() - 60_000 });
    const health = await read<HealthDto>('/api/v1/health');
    expect(health.servers[0]).toMatchObject({
      state: 'stopped',
      problem: expect.stringContaining('npm start'),
    });
  });
});

describe('GET /metrics', () => {
  it('gives the same figures for monitoring systems, and leaves out what is not known', async () => {
    await stores.open();
    await stores.tell({ type: 'grant', at: 1_000 });
    await stores.report({ bytesTotal: 1_000, bytesRead: 100 });
    const answer = await fetch(`${api.url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const lines = (await answer.text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE license_monitor_unread_bytes gauge',
        'license_monitor_unread_bytes{server="lic1"} 900',
        'license_monitor_state_ok{server="lic1"} 1',
        'license_monitor_state_degraded{server="lic1"} 0',
        'license_monitor_lines_total{server="lic1"} 1',
        '# TYPE license_monitor_follow_looks_total counter',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('license_monitor_follow_'))).toEqual([]);
  });
});

describe('failures', () => {
  it.each([
    ['/api/v1/sessions?limit=0&colour=red', ['colour', 'limit']],
    ['/api/v1/sessions?from=yesterday', ['from']],
    ['/api/v1/sessions?status=closed&from=5&to=4', ['to']],
    ['/api/v1/events?type=party', ['type']],
    ['/api/v1/overview?zone=Mars/Olympus', ['zone']],
  ])('of %s name every wrong parameter', async (path, parameters) => {
    await stores.open();
    const problem = await read<Problem>(path, 400);
    expect(problem).toMatchObject({ status: 400, code: 'LM_QUERY_INVALID' });
    expect(problem.errors.map(({ parameter }) => parameter).sort()).toEqual(parameters);
  });

  it('are problem details, as RFC 9457 describes them', async () => {
    const response = await request(api.server).get('/api/v1/nothing').expect(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(response.text)).toMatchObject({ code: 'LM_NOT_FOUND', status: 404 });
  });

  it('of a cursor that is not ours are told apart', async () => {
    await stores.open();
    const problem = await read<Problem>('/api/v1/events?cursor=zzz', 400);
    expect(problem.code).toBe('LM_CURSOR_INVALID');
  });

  it('say that the monitor has not run yet, until it has', async () => {
    const problem = await read<Problem>('/api/v1/sessions', 503);
    expect(problem).toMatchObject({
      code: 'LM_STORE_NOT_READY',
      detail: expect.stringContaining('Start the monitor'),
    });
    await request(api.server).get('/health/ready').expect(503);
    await stores.open();
    await request(api.server).get('/health/ready').expect(200);
    expect((await read<OpenSessionsDto>('/api/v1/sessions')).items).toEqual([]);
  });
});
