import type { DeniedRequestsDto, Problem } from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  await stores.open();
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

const read = async (query: string): Promise<DeniedRequestsDto> =>
  (await request(api.server).get(`/api/v1/denials?${query}`).expect(200)).body as DeniedRequestsDto;

/** The last line of a test: everything before it was read. */
const end = { type: 'serverStart', at: 10 * HOUR } as const;
const all = `from=0&to=${10 * HOUR}`;

describe('GET /api/v1/denials', () => {
  it('folds the refusals of one person for one product into a request, and says how it ended', async () => {
    await stores.tell(
      { type: 'denial', at: HOUR },
      { type: 'denial', at: HOUR + 9 * SECOND },
      { type: 'denial', at: HOUR + 12 * SECOND, user: 'bob' },
      { type: 'denial', at: HOUR + 18 * SECOND },
      { type: 'grant', at: HOUR + 5 * MINUTE },
      end,
    );
    const { items, windows } = await read(all);
    expect(windows).toEqual({ burstMs: 10_000, redirectMs: 5_000, retryMs: 900_000 });
    expect(items).toEqual([
      {
        id: 3,
        at: HOUR + 12 * SECOND,
        lastAt: HOUR + 12 * SECOND,
        denials: 1,
        server: 'lic1',
        product: 'MD2',
        user: 'bob',
        host: 'WS-1',
        cause: 'capacity',
        reason: 'no more available license',
        outcome: 'lost',
        waitMs: null,
      },
      expect.objectContaining({
        id: 1,
        at: HOUR,
        lastAt: HOUR + 18 * SECOND,
        denials: 3,
        user: 'ann',
        outcome: 'delayed',
        waitMs: 5 * MINUTE,
      }),
    ]);
  });

  it('judges all of history anew by other windows', async () => {
    await stores.tell(
      { type: 'denial', at: HOUR },
      { type: 'denial', at: HOUR + 9 * SECOND },
      { type: 'grant', at: HOUR + 5 * MINUTE },
      end,
    );
    const outcomes = async (windows: string) =>
      (await read(`${all}&${windows}`)).items.map(({ outcome }) => outcome);
    expect(await outcomes('burstSeconds=5')).toEqual(['delayed', 'delayed']);
    expect(await outcomes('retryMinutes=4')).toEqual(['lost']);
    expect(await outcomes('redirectSeconds=300')).toEqual(['redirected']);
  });

  it('finds a grant shortly before a refusal, of the same product, to the same person only', async () => {
    await stores.tell(
      { type: 'grant', at: HOUR - 4 * SECOND, user: 'ann', host: 'WS-9' },
      { type: 'denial', at: HOUR, user: 'ann' },
      { type: 'denial', at: HOUR, user: 'bob' },
      { type: 'grant', at: HOUR + SECOND, user: 'bob', product: 'HD2' },
      { type: 'grant', at: HOUR + SECOND, user: 'eve' },
      end,
    );
    const outcomes = (await read(all)).items.map(({ user, outcome }) => [user, outcome]);
    expect(outcomes).toEqual([
      ['bob', 'lost'],
      ['ann', 'redirected'],
    ]);
  });

  it('leaves a request open whose window is not over', async () => {
    await stores.tell(
      { type: 'denial', at: HOUR },
      { type: 'serverStart', at: HOUR + 10 * MINUTE },
    );
    expect((await read('from=0')).items[0]?.outcome).toBe('pending');
  });

  it('tells want of licences from rules and from products that are not owned', async () => {
    await stores.tell(
      { type: 'denial', at: HOUR, user: 'ann' },
      { type: 'denial', at: HOUR, user: 'bob', reason: 'notOwned' },
      { type: 'denial', at: HOUR, user: 'eve', reason: 'policy' },
      end,
    );
    const users = async (query: string) =>
      (await read(`${all}&${query}`)).items.map(({ user }) => user).sort();
    expect(await users('cause=capacity')).toEqual(['ann']);
    expect(await users('cause=policy&cause=notEnrolled')).toEqual(['bob', 'eve']);
    expect(await users('outcome=redirected')).toEqual([]);
    expect(await users('user=EVE')).toEqual(['eve']);
  });

  it('counts a request to the range in which it began, however long the client asked', async () => {
    const asked = Array.from({ length: 400 }, (_, nth) => ({
      type: 'denial' as const,
      at: HOUR + nth * 10 * SECOND,
    }));
    await stores.tell(...asked, end);
    expect((await read(all)).items).toEqual([
      expect.objectContaining({ at: HOUR, denials: 400, lastAt: HOUR + 3_990 * SECOND }),
    ]);
    expect((await read(`from=${2 * HOUR}&to=${10 * HOUR}`)).items).toEqual([]);
  });

  it('pages through all requests, each once', async () => {
    const users = ['ann', 'bob', 'eve', 'ian', 'joe'];
    await stores.tell(...users.map((user) => ({ type: 'denial' as const, at: HOUR, user })), end);
    const seen: (string | null)[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await read(`${all}&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ user }) => user));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...users].reverse());
  });

  it('refuses windows that are none', async () => {
    const response = await request(api.server).get('/api/v1/denials?burstSeconds=601').expect(400);
    expect((JSON.parse(response.text) as Problem).errors[0]?.parameter).toBe('burstSeconds');
  });
});
