import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { startApi, type TestApi } from './testing/api';

const PAGE = '<!doctype html><title>the page</title>';

describe('the dashboard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-page-'));
  let api: TestApi;

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), PAGE);
    api = await startApi({
      HISTORY_DB: 'none/history.db',
      LIVE_DB: 'none/live.db',
      DASHBOARD_DIRECTORY: folder,
    });
  });

  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/', '/capacity', '/health', '/denials/7'])('answers its address %s', async (path) => {
    const response = await request(api.server).get(path).expect(200);
    expect(response.text).toBe(PAGE);
  });

  it('does not stand in for the API, the probes and the metrics', async () => {
    await request(api.server).get('/health/live').expect(200, { status: 'ok' });
    await request(api.server).get('/health/ready').expect(503);
    const unknown = await request(api.server).get('/api/v1/unknown').expect(404);
    expect(unknown.text).not.toContain('the page');
    const metrics = await request(api.server).get('/metrics');
    expect(metrics.text).not.toContain('the page');
  });
});
