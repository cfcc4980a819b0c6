import request from 'supertest';
import { startApi, type TestApi } from './testing/api';

let api: TestApi;

beforeEach(async () => {
  api = await startApi({ HISTORY_DB: 'none/history.db', LIVE_DB: 'none/live.db' });
});

afterEach(() => api.close());

describe('the surroundings of the API', () => {
  it('are safe by default: loopback, no sniffing, no foreign scripts', async () => {
    const response = await request(api.server).get('/health/live').expect(200);
    expect(response.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("script-src 'self'"),
    });
  });

  it('describe themselves as OpenAPI', async () => {
    const response = await request(api.server).get('/api/docs-json').expect(200);
    const document = response.body as { paths: Record<string, unknown> };
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/v1/capacity/what-if',
      '/api/v1/coverage',
      '/api/v1/denials',
      '/api/v1/denials/series',
      '/api/v1/denials/{id}/explain',
      '/api/v1/entitlements',
      '/api/v1/events',
      '/api/v1/findings',
      '/api/v1/health',
      '/api/v1/overview',
      '/api/v1/products',
      '/api/v1/search',
      '/api/v1/sessions',
      '/api/v1/stream',
      '/api/v1/subjects/{kind}/{key}',
      '/api/v1/timeline',
      '/api/v1/usage/hour-of-week',
      '/api/v1/usage/load-duration',
      '/api/v1/usage/reconciliation',
      '/api/v1/usage/series',
      '/api/v1/usage/summary',
      '/health/live',
      '/health/ready',
      '/metrics',
    ]);
  });
});
