import { unzipSync } from 'fflate';
import type { Problem } from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const HOUR = 3_600_000;
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

/** Some sessions that have ended, more than are read at once. */
async function tellSessions(count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, nth) => [
    { type: 'grant' as const, at: nth * 10, session: `${nth}` },
    { type: 'detachment' as const, at: nth * 10 + 5, session: `${nth}` },
  ]);
  await stores.tell(...events.flat());
}

const text = async (path: string, accept?: string) => {
  const asked = request(api.server).get(`/api/v1/${path}`);
  const response = await (accept === undefined ? asked : asked.set('accept', accept)).buffer(true);
  return { ...response, body: response.text };
};

describe('a list as CSV', () => {
  it('has all rows of the query, not a page, each once', async () => {
    await tellSessions(2_500);
    const { body, headers } = await text('sessions?status=closed&limit=10&format=csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="sessions_closed.csv"');
    const lines = body.trimEnd().split('\r\n');
    expect(lines).toHaveLength(2_501);
    expect(new Set(lines).size).toBe(2_501);
    expect(lines[0]).toContain('"id","server","product","editor","user","host"');
    expect(lines.at(-1)).toContain('"1970-01-01T00:00:00.000Z","1970-01-01T00:00:00.005Z"');
  });

  it('is never run as a formula, and keeps quotes and commas', async () => {
    await stores.tell({ type: 'grant', at: HOUR, user: '=cmd|"x",1', host: '+1' });
    const { body } = await text('sessions?status=open', 'text/csv');
    expect(body).toContain(`"'=cmd|""x"",1","'+1"`);
  });

  it('is asked for by Accept as well, and JSON stays what it was', async () => {
    await tellSessions(1);
    const typeOf = async (path: string, accept?: string) =>
      (await text(path, accept)).headers['content-type'];
    expect(await typeOf('events', 'text/html, text/csv;q=0.9')).toBe('text/csv; charset=utf-8');
    expect(await typeOf('events', 'application/x-ndjson')).toBe('application/x-ndjson');
    expect(await typeOf('events', '*/*')).toMatch('application/json');
    expect(await typeOf('events?format=json', 'text/csv')).toMatch('application/json');
  });

  it.each(['events', 'denials', 'usage/summary', 'findings', 'sessions?status=open'])(
    'is there for %s',
    async (path) => {
      await stores.tell(
        { type: 'grant', at: HOUR },
        { type: 'denial', at: 2 * HOUR, user: 'bob' },
        { type: 'detachment', at: 3 * HOUR, user: 'eve' },
        { type: 'serverStart', at: 4 * HOUR },
      );
      const joint = path.includes('?') ? '&' : '?';
      const { body } = await text(`${path}${joint}from=0&format=csv`);
      expect(body.trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(2);
    },
  );
});

describe('a list as NDJSON', () => {
  it('is the objects of the API, one a line', async () => {
    await tellSessions(3);
    const { body } = await text('events?format=ndjson');
    const events = body.trimEnd().split('\n');
    expect(events.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([
      6, 5, 4, 3, 2, 1,
    ]);
  });
});

describe('a list as XLSX', () => {
  it('is a workbook whose text stays text', async () => {
    await stores.tell({ type: 'grant', at: HOUR, user: '=1+1' });
    const response = await request(api.server)
      .get('/api/v1/sessions?status=open&format=xlsx')
      .responseType('blob')
      .expect(200);
    const files = unzipSync(new Uint8Array(response.body as Buffer));
    const sheet = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString();
    const strings = Buffer.from(files['xl/sharedStrings.xml'] ?? []).toString();
    expect(strings).toContain('=1+1');
    expect(sheet).not.toContain('<f>');
  });
});

describe('a form that is none', () => {
  it('is refused', async () => {
    const response = await request(api.server).get('/api/v1/events?format=pdf').expect(400);
    expect((JSON.parse(response.text) as Problem).errors[0]?.parameter).toBe('format');
  });
});
