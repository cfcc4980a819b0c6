import type { Problem, WhatIfDto } from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  await stores.open();
  await stores.tell(
    { type: 'grant', at: HOUR, user: 'ann' },
    { type: 'grant', at: HOUR, user: 'bob', host: 'WS-2' },
    // eve waits half an hour for bob's licence; ian goes away.
    { type: 'denial', at: HOUR + 10 * MINUTE, user: 'eve', host: 'WS-3' },
    { type: 'denial', at: HOUR + 12 * MINUTE, user: 'ian', host: 'WS-4' },
    { type: 'detachment', at: HOUR + 20 * MINUTE, user: 'bob', host: 'WS-2' },
    { type: 'grant', at: HOUR + 20 * MINUTE, user: 'eve', host: 'WS-3' },
    { type: 'detachment', at: 3 * HOUR, user: 'ann' },
    { type: 'detachment', at: 3 * HOUR, user: 'eve', host: 'WS-3' },
    { type: 'resume', at: 4 * HOUR },
  );
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

const read = async (seats: number): Promise<WhatIfDto> => {
  const path = `/api/v1/capacity/what-if?product=MD2&from=0&seats=${seats}`;
  return (await request(api.server).get(path).expect(200)).body as WhatIfDto;
};

describe('GET /api/v1/capacity/what-if', () => {
  it('replays the demand, with those who waited and those who went away', async () => {
    const { requests, lost, delayed, needed, owned } = await read(2);
    expect({ requests, lost, delayed, owned }).toEqual({
      requests: 4,
      lost: 1,
      delayed: 1,
      owned: null,
    });
    // At 01:12 ann, bob, eve and ian all want one.
    expect(needed.find(({ blockedShare }) => blockedShare === 0)?.seats).toBe(4);
  });

  it('counts the requests and the people that would have been blocked', async () => {
    expect((await read(4)).asked).toMatchObject({ blocked: 0, blockedShare: 0, blockedPeople: 0 });
    expect((await read(2)).asked).toMatchObject({
      blocked: 2,
      blockedShare: 0.5,
      blockedPeople: 2,
    });
    expect((await read(0)).asked).toMatchObject({ blocked: 4, blockedShare: 1, blockedPeople: 4 });
  });

  it('draws the curve around the number', async () => {
    const { curve } = await read(2);
    expect(curve.slice(0, 5).map(({ seats, blocked }) => [seats, blocked])).toEqual([
      [0, 4],
      [1, 3],
      [2, 2],
      [3, 1],
      [4, 0],
    ]);
  });

  it('asks for the editor or the model where a code stands for several products', async () => {
    await stores.tell(
      { type: 'grant', at: 4.5 * HOUR, user: 'kim', model: 'NamedUser' },
      { type: 'resume', at: 5 * HOUR },
    );
    const path = '/api/v1/capacity/what-if?product=MD2&from=0&seats=2';
    await request(api.server).get(path).expect(400);
    const named = await request(api.server).get(`${path}&model=namedUser`).expect(200);
    expect(named.body).toMatchObject({ requests: 1 });
  });

  it('wants a number, and a product that is known', async () => {
    const faultOf = async (query: string) => {
      const response = await request(api.server)
        .get(`/api/v1/capacity/what-if?from=0&${query}`)
        .expect(400);
      return (JSON.parse(response.text) as Problem).errors[0]?.parameter;
    };
    expect(await faultOf('product=MD2&seats=some')).toBe('seats');
    expect(await faultOf('product=XYZ&seats=1')).toBe('product');
    expect(await faultOf('seats=1')).toBe('product');
  });
});
