import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { startApi, type TestApi } from './testing/api';

const PAGE = '<!doctype html><title>the page</title>';
const SCRIPT = 'export const seats = 40;\n'.repeat(100);

describe('the dashboard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-page-'));
  let api: TestApi;

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'main-0A1B2C3D.js'), SCRIPT);
    writeFileSync(join(folder, 'plain.js'), SCRIPT);
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

  const fetchScript = (accepted: string) =>
    fetch(`${api.url}/main-0A1B2C3D.js`, { headers: { 'Accept-Encoding': accepted } });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
  ])('sends its scripts compressed to a browser that accepts %s', async (accepted, encoding) => {
    const response = await fetchScript(accepted);
    const { headers } = response;
    expect(await response.text()).toBe(SCRIPT);
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(Number(headers.get('content-length'))).toBeLessThan(SCRIPT.length / 4);
  });

  it.each(['identity', 'br;q=0, gzip;q=0'])(
    'sends its scripts as they are to a browser that accepts %s',
    async (accepted) => {
      const response = await fetchScript(accepted);
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(await response.text()).toBe(SCRIPT);
    },
  );

  it('lets a browser ask again for a script whose name does not change with it', async () => {
    const response = await request(api.server).get('/plain.js').expect(200);
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(response.headers['cache-control']).not.toContain('immutable');
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
