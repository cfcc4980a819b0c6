import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';

const PAGE = '<!doctype html><title>the page</title>';
const SCRIPT = 'export const seats = 40;\n'.repeat(100);
const GERMAN_PAGE = '<!doctype html><html lang="de"><title>die Seite</title></html>';

describe('the dashboard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-page-'));
  let api: TestApi;

  beforeAll(async () => {
    for (const language of ['en', 'de']) mkdirSync(join(folder, language));
    writeFileSync(join(folder, 'en/index.html'), PAGE);
    writeFileSync(join(folder, 'de/index.html'), GERMAN_PAGE);
    for (const name of ['main-ABCD1234', 'chunk-a-C_1ef9']) {
      writeFileSync(join(folder, `de/${name}.js`), SCRIPT);
    }
    writeFileSync(join(folder, 'de/definitions.md'), '# Begriffe');
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

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    request(api.server).get(path).set(headers);

  it.each(['/', '/capacity', '/health', '/denials/7', '/hosts/ws-101.example.js'])(
    'answers its address %s in each language',
    async (path) => {
      const response = await get(`/en${path}`).expect(200);
      expect(response.text).toBe(PAGE);
      expect((await get(`/de${path}`).expect(200)).text).toBe(GERMAN_PAGE);
      expect(response.headers['cache-control']).toBe('no-cache');
    },
  );

  it.each(['/', '/live?product=CAT&user=ann%20b', '/health', '/hosts/ws-101.example.com'])(
    'sends the address %s on to the same one in the language of the browser',
    async (path) => {
      const { headers } = await get(path, { 'Accept-Language': 'de-AT,en;q=0.7' }).expect(302);
      expect(headers).toMatchObject({
        location: `/de${path}`,
        vary: expect.stringContaining('Cookie, Accept-Language'),
      });
    },
  );

  it('takes the language that somebody has chosen before the one of the browser', async () => {
    const wish = { 'Accept-Language': 'de', Cookie: 'a=b; license-monitor-language=en' };
    expect((await get('/live', wish)).headers['location']).toBe('/en/live');
    const unknown = { ...wish, Cookie: 'license-monitor-language=fr' };
    expect((await get('/live', unknown)).headers['location']).toBe('/de/live');
  });

  it.each(['', '*', 'fr,it;q=0.5'])('speaks English to those who ask for "%s"', async (asked) => {
    const { headers } = await get('/', { 'Accept-Language': asked });
    expect(headers['location']).toBe('/en/');
  });

  it('leads to the page of a language although its address lacks the slash', async () => {
    expect((await get('/de?zone=UTC').expect(302)).headers['location']).toBe('/de/?zone=UTC');
  });

  it('lets browsers keep what is named after its content, and ask again for the rest', async () => {
    for (const name of ['main-ABCD1234', 'chunk-a-C_1ef9']) {
      const script = await get(`/de/${name}.js`).expect(200);
      expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    const text = await get('/de/definitions.md').expect(200);
    expect(text.headers['cache-control']).toBe('no-cache');
    const tag = { 'If-None-Match': text.headers['etag'] ?? '' };
    await get('/de/definitions.md', tag).expect(304);
  });

  const fetchScript = (accepted: string) =>
    fetch(`${api.url}/de/main-ABCD1234.js`, { headers: { 'Accept-Encoding': accepted } });

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

  it.each([
    '/de/main-00000000.js',
    '/main-ABCD1234.js',
    '/favicon.ico',
    '/de/..%2fen%2findex.html',
  ])('has no page for the file %s, which is not there', async (path) => {
    const response = await get(path).expect(404);
    expect(response.text).toContain('LM_NOT_FOUND');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it('does not stand in for the API, the probes and the metrics', async () => {
    await get('/health/live').expect(200, { status: 'ok' });
    await get('/health/ready').expect(503);
    const unknown = await get('/api/v1/unknown').expect(404);
    expect(unknown.text).not.toContain('the page');
    const metrics = await get('/metrics');
    expect(metrics.text).not.toContain('the page');
  });

  it('answers nothing but reading', async () => {
    await request(api.server).post('/live').expect(404);
    await request(api.server).head('/en/live').expect(200);
  });
});

describe('a dashboard that was built without languages', () => {
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
});
