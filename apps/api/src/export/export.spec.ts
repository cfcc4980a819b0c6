import { unzipSync } from 'fflate';
import type { Problem } from '@license-monitor/api-contract';
import { QueryTimeoutError } from '@license-monitor/db';
import request from 'supertest';
import { Stores } from '../stores/stores';
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
  jest.restoreAllMocks();
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

/** Something for every list, within one day. */
async function tellSome(): Promise<void> {
  const begin = Date.UTC(2026, 0, 12, 6);
  await stores.tellSeats(begin, 5, 1);
  await stores.tell(
    { type: 'grant', at: begin },
    { type: 'grant', at: begin + 1 * HOUR, user: 'bob' },
    { type: 'denial', at: begin + 2 * HOUR, user: 'eve' },
    { type: 'detachment', at: begin + 3 * HOUR },
    { type: 'detachment', at: begin + 4 * HOUR, user: 'kim' },
    { type: 'serverStop', at: begin + 5 * HOUR },
    { type: 'serverStart', at: begin + 6 * HOUR },
    { type: 'grant', at: begin + 7 * HOUR, user: 'joe' },
    { type: 'denial', at: begin + 8 * HOUR, user: 'eve' },
  );
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

  it('is there for every list, with a header and the rows', async () => {
    await tellSome();
    const rowsOf = async (path: string) => {
      const { status, headers, body } = await text(path, 'text/csv');
      expect([path, status, headers['content-type']]).toEqual([
        path,
        200,
        'text/csv; charset=utf-8',
      ]);
      const lines = body.trimEnd().split('\r\n');
      const widths = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length);
      expect([path, new Set(widths).size]).toEqual([path, 1]);
      return [path, lines.length - 1];
    };
    const lists: [string, number][] = [
      ['events', 9],
      ['denials', 1],
      ['findings', 1],
      ['sessions?status=open', 2],
      ['sessions?status=closed', 2],
      ['products', 1],
      ['overview', 1],
      ['entitlements', 1],
      ['coverage', 2],
      ['timeline', 3],
      ['search?q=b', 1],
      ['subjects/product/MD2', 1],
      ['health', 1],
      ['usage/summary', 1],
      ['usage/series?product=MD2&buckets=5', 5],
      ['usage/load-duration?product=MD2', 2],
      ['usage/hour-of-week?product=MD2', 168],
      ['usage/reconciliation?product=MD2', 1],
      ['capacity/what-if?product=MD2&seats=3', 14],
      ['denials/3/explain', 2],
    ];
    const found = [];
    for (const [path] of lists) found.push(await rowsOf(path));
    expect(found).toEqual(lists);
  });

  it('is named for what was asked for, whatever that was', async () => {
    const name = async (path: string) =>
      /filename="(.*)"/.exec((await text(path)).headers['content-disposition'] ?? '')?.[1];
    const day = 24 * HOUR;
    expect([
      await name(`events?product=MD2&from=${day}&to=${2 * day}&format=csv`),
      await name('events?product=a&product=b%22%0a/c&format=ndjson'),
      await name('events?product=a&product=b&product=c&product=d&format=csv'),
    ]).toEqual([
      'events_MD2_1970-01-02_1970-01-03.csv',
      'events_a_b-c.ndjson',
      'events_4-products.csv',
    ]);
  });

  it('has local times beside the instants where a zone is named', async () => {
    // 2026-10-25: the clock shows 02:30 twice in Paris.
    const at = Date.UTC(2026, 9, 25, 0, 30);
    await stores.tell({ type: 'grant', at }, { type: 'detachment', at: at + HOUR });
    const { body } = await text('sessions?status=closed&zone=Europe/Paris&format=csv');
    const [head, row] = body.split('\r\n');
    expect(head).toContain('"startedAt","startedAtLocal","endedAt","endedAtLocal"');
    expect(row).toContain(
      '"2026-10-25T00:30:00.000Z","2026-10-25T02:30:00+02:00","2026-10-25T01:30:00.000Z","2026-10-25T02:30:00+01:00"',
    );
  });
});

describe('a file whose rows cannot be read', () => {
  it('from the beginning is answered with a problem', async () => {
    const history = await api.app.get(Stores).history();
    jest.spyOn(history, 'events').mockRejectedValue(new QueryTimeoutError(100, 'SELECT'));
    const answer = await text('events?format=csv');
    expect([answer.status, (JSON.parse(answer.body) as Problem).code]).toEqual([
      503,
      'LM_QUERY_TIMEOUT',
    ]);
  });

  it('to its end is cut off, so that nobody takes it for whole', async () => {
    await tellSessions(1_000);
    const history = await api.app.get(Stores).history();
    const read = history.events.bind(history);
    jest
      .spyOn(history, 'events')
      .mockImplementationOnce(read)
      .mockRejectedValue(new Error('the disk is gone'));
    await expect(
      fetch(`${api.url}/api/v1/events?format=csv`).then((r) => r.text()),
    ).rejects.toThrow('terminated');
  });
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
    for (const list of ['events', 'products', 'overview', 'usage/summary']) {
      const { status, body } = await text(`${list}?format=pdf`);
      expect(status).toBe(400);
      expect((JSON.parse(body) as Problem).errors[0]?.parameter).toBe('format');
    }
  });
});
