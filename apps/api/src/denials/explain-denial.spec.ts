import type { DenialExplanationDto } from '@license-monitor/api-contract';
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
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

const explain = async (id: number): Promise<DenialExplanationDto> =>
  (await request(api.server).get(`/api/v1/denials/${id}/explain`).expect(200))
    .body as DenialExplanationDto;

describe('GET /api/v1/denials/:id/explain', () => {
  it('says who held the pool at 09:41, who gave back first, and when the engineer got it', async () => {
    await stores.tell(
      { type: 'grant', at: HOUR, user: 'ann' },
      { type: 'grant', at: 2 * HOUR, user: 'bob', host: 'WS-2' },
      { type: 'grant', at: 2 * HOUR, user: 'ian', product: 'HD2' },
      { type: 'denial', at: 3 * HOUR, user: 'eve', host: 'WS-3' },
      { type: 'denial', at: 3 * HOUR + 5_000, user: 'eve', host: 'WS-3' },
      { type: 'detachment', at: 3 * HOUR + 7 * MINUTE, user: 'bob', host: 'WS-2' },
      { type: 'grant', at: 3 * HOUR + 8 * MINUTE, user: 'eve', host: 'WS-3' },
      { type: 'serverStart', at: 5 * HOUR },
    );
    const explanation = await explain(5);
    expect(explanation).toMatchObject({
      request: { id: 4, denials: 2, user: 'eve', outcome: 'delayed', waitMs: 8 * MINUTE },
      verdict: 'unknown',
      inUse: 2,
      entitlement: null,
      isObserved: true,
      firstFreedAt: 3 * HOUR + 7 * MINUTE,
      grantedAt: 3 * HOUR + 8 * MINUTE,
    });
    expect(explanation.holders.map(({ user }) => user)).toEqual(['ann', 'bob']);
  });

  it('tells a rule, and a product that is not owned, from want of licences', async () => {
    await stores.tell(
      { type: 'denial', at: HOUR, reason: 'policy' },
      { type: 'denial', at: HOUR, user: 'bob', reason: 'notOwned' },
      { type: 'serverStart', at: 2 * HOUR },
    );
    expect([(await explain(1)).verdict, (await explain(2)).verdict]).toEqual(['rule', 'notOwned']);
  });

  it('explains the last refusal of somebody who asked for more than a day without a pause', async () => {
    const asked = Array.from({ length: 200 }, (_, nth) => ({
      type: 'denial' as const,
      at: HOUR + nth * 9 * MINUTE,
    }));
    await stores.tell(...asked, { type: 'serverStart', at: 40 * HOUR });
    const response = await request(api.server)
      .get('/api/v1/denials/200/explain?burstSeconds=600')
      .expect(200);
    expect((response.body as DenialExplanationDto).request.user).toBe('ann');
  });

  it('knows no refusal that is none', async () => {
    await stores.tell({ type: 'grant', at: HOUR });
    await request(api.server).get('/api/v1/denials/1/explain').expect(404);
    await request(api.server).get('/api/v1/denials/x/explain').expect(400);
  });
});
