import type { OpenSessionsDto } from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
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

async function read(query: string): Promise<OpenSessionsDto> {
  const path = `/api/v1/sessions?status=open&${query}`;
  return (await request(api.server).get(path).expect(200)).body as OpenSessionsDto;
}

describe('GET /api/v1/sessions?status=open&at=', () => {
  it('answers who held what at an instant of the past: from the start on, up to the end', async () => {
    await stores.tell(
      { type: 'grant', at: HOUR, user: 'ann' },
      { type: 'grant', at: 2 * HOUR, user: 'bob', host: 'WS-2' },
      { type: 'detachment', at: 3 * HOUR, user: 'ann' },
    );
    const usersAt = async (at: number) => (await read(`at=${at}`)).items.map(({ user }) => user);
    expect(await usersAt(HOUR - 1)).toEqual([]);
    expect(await usersAt(HOUR)).toEqual(['ann']);
    expect((await usersAt(2 * HOUR)).sort()).toEqual(['ann', 'bob']);
    expect(await usersAt(3 * HOUR)).toEqual(['bob']);
    expect(await usersAt(9 * HOUR)).toEqual(['bob']);
  });

  it('lists the longest open first, as those of now, whether or not they have ended since', async () => {
    await stores.tell(
      { type: 'grant', at: HOUR, user: 'ann' },
      { type: 'grant', at: 2 * HOUR, user: 'bob', host: 'WS-2' },
      { type: 'detachment', at: 4 * HOUR, user: 'bob', host: 'WS-2' },
    );
    expect((await read(`at=${3 * HOUR}`)).items.map(({ user }) => user)).toEqual(['ann', 'bob']);
  });

  it('counts sessions, licences, users and hosts of then', async () => {
    await stores.tell(
      { type: 'grant', at: HOUR, user: 'ann', session: 'A' },
      { type: 'grant', at: HOUR, user: 'ann', session: 'B' },
      { type: 'grant', at: HOUR, user: 'bob', host: 'WS-2' },
      { type: 'grant', at: HOUR, user: 'bob', host: 'WS-2', product: 'HD2' },
      { type: 'grant', at: 2 * HOUR, user: 'eve' },
    );
    const { asOf, totals } = await read(`at=${HOUR}`);
    expect(asOf).toBe(HOUR);
    expect(totals).toMatchObject([
      { product: 'HD2', sessions: 1, licenses: 1, users: 1, hosts: 1 },
      { product: 'MD2', sessions: 3, licenses: 2, users: 2, hosts: 2 },
    ]);
    expect((await read(`at=${HOUR}&product=HD2`)).items).toHaveLength(1);
  });

  it('finds sessions that lasted for days, and says what they were then', async () => {
    await stores.tell(
      { type: 'grant', at: HOUR, user: 'ann' },
      { type: 'detachment', at: 9 * DAY, user: 'ann' },
    );
    const [then, later] = [await read(`at=${2 * HOUR}`), await read(`at=${5 * DAY}`)];
    expect(then.items[0]).toMatchObject({ user: 'ann', endedAt: 9 * DAY });
    expect(later.items).toHaveLength(1);
  });
});
