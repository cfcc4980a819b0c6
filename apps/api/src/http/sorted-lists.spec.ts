import type { Problem } from '@license-monitor/api-contract';
import fc from 'fast-check';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ALL = `from=0&to=${99 * DAY}`;

type Row = Readonly<Record<string, string | number | null>>;
interface List {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

const stores = new TestStores();
let api: TestApi;

beforeAll(async () => {
  await stores.open();
  await stores.tell(
    // Its start is not known.
    { type: 'detachment', at: HOUR, user: 'kim' },
    // Longer than a day, and begun first.
    { type: 'grant', at: 2 * HOUR, user: 'ann' },
    { type: 'grant', at: 3 * HOUR, user: 'bob', host: 'WS-2' },
    { type: 'grant', at: 3 * HOUR, user: 'Cleo', host: 'WS-3' },
    { type: 'denial', at: 4 * HOUR, user: 'eve', product: 'HD2' },
    { type: 'detachment', at: 5 * HOUR, user: 'bob', host: 'WS-2' },
    { type: 'denial', at: 5 * HOUR, user: 'dan', product: 'KIN' },
    { type: 'grant', at: 5 * HOUR + 60_000, user: 'dan', product: 'KIN' },
    { type: 'detachment', at: 6 * HOUR, user: 'Cleo', host: 'WS-3' },
    // Ends before it begins: a clock was set back.
    { type: 'grant', at: 8 * HOUR, user: 'fay' },
    { type: 'detachment', at: 7 * HOUR, user: 'fay' },
    { type: 'denial', at: 9 * HOUR, user: 'eve', product: 'HD2', reason: 'policy' },
    { type: 'detachment', at: 9 * HOUR, user: 'lea' },
    { type: 'detachment', at: 2 * DAY, user: 'ann' },
    { type: 'grant', at: 2 * DAY + HOUR, user: 'bob', product: 'HD2', host: 'WS-9' },
    { type: 'grant', at: 2 * DAY + HOUR, user: 'Ann', product: 'MD2', host: 'WS-4', session: 'n' },
    { type: 'resume', at: 3 * DAY },
  );
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
});

afterAll(async () => {
  await api.close();
  await stores.close();
});

async function read(path: string): Promise<List> {
  const { body } = await request(api.server).get(`/api/v1/${path}`).expect(200);
  return (Array.isArray(body) ? { items: body as Row[], nextCursor: null } : body) as List;
}

async function readPages(path: string, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: List = await read(`${path}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

describe('a list in order', () => {
  it.each([
    ['sessions?status=closed', 'user', ['ann', 'lea', 'fay', 'Cleo', 'bob', 'kim']],
    ['sessions?status=closed&sort=endedAt', 'user', ['kim', 'bob', 'Cleo', 'fay', 'lea', 'ann']],
    ['sessions?status=closed&sort=startedAt', 'user', ['ann', 'bob', 'Cleo', 'fay', 'kim', 'lea']],
    ['sessions?status=closed&sort=-startedAt', 'user', ['fay', 'Cleo', 'bob', 'ann', 'lea', 'kim']],
    ['sessions?status=closed&sort=startedAt&user=lea&user=bob', 'user', ['bob', 'lea']],
    [
      `sessions?status=closed&sort=startedAt&from=${6 * HOUR}`,
      'user',
      ['ann', 'Cleo', 'fay', 'lea'],
    ],
    ['sessions?status=closed&sort=startedAt&mark=startUnknown', 'user', ['kim', 'lea']],
    ['sessions?sort=user', 'user', ['ann', 'bob', 'dan']],
    ['sessions?sort=-host', 'host', ['WS-9', 'WS-4', 'WS-1']],
    ['sessions?sort=-startedAt', 'user', ['ann', 'bob', 'dan']],
    [`sessions?sort=-user&at=${4 * HOUR}`, 'user', ['Cleo', 'bob', 'ann']],
    [`denials?${ALL}`, 'id', [12, 7, 5]],
    [`denials?${ALL}&sort=at`, 'id', [5, 7, 12]],
    [`denials?${ALL}&sort=user`, 'user', ['dan', 'eve', 'eve']],
    [`denials?${ALL}&sort=-waitMs`, 'waitMs', [60_000, null, null]],
    [`denials?${ALL}&sort=waitMs`, 'waitMs', [60_000, null, null]],
    [`denials?${ALL}&sort=-cause`, 'cause', ['policy', 'capacity', 'capacity']],
    ['events?type=grant', 'id', [16, 15, 10, 8, 4, 3, 2]],
    ['events?type=grant&sort=id', 'id', [2, 3, 4, 8, 10, 15, 16]],
    ['events?sort=at&type=grant&type=detachment&user=fay', 'type', ['detachment', 'grant']],
    ['events?sort=-at&type=grant&type=detachment&user=fay', 'type', ['grant', 'detachment']],
    ['products', 'product', ['HD2', 'KIN', 'MD2']],
    ['products?sort=-product', 'product', ['MD2', 'KIN', 'HD2']],
  ])('comes as %s asks for it', async (path, column, expected) => {
    const { items } = await read(path);
    expect(items.map((row) => row[column])).toEqual(expected);
  });

  it.each([
    'sessions?status=closed',
    'sessions?status=closed&sort=endedAt',
    'sessions?status=closed&sort=startedAt',
    'sessions?status=closed&sort=-startedAt',
    `denials?${ALL}`,
    `denials?${ALL}&sort=product`,
    `denials?${ALL}&sort=-waitMs`,
    'events?',
    'events?sort=id',
    'events?sort=at',
    'events?sort=-at',
  ])('of %s is the same page by page, whatever their size', async (path) => {
    const { items } = await read(`${path}&limit=1000`);
    expect(items.length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: items.length + 1 }), async (limit) => {
        expect(await readPages(path, limit)).toEqual(items);
      }),
      { numRuns: 4, seed: 1 },
    );
  });

  it('is the same as a file', async () => {
    const path = 'sessions?status=closed&sort=-startedAt';
    const { text } = await request(api.server).get(`/api/v1/${path}&format=ndjson`).expect(200);
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
    expect(rows).toEqual((await read(path)).items);
  });
});

describe('an order that a list does not have', () => {
  const refused = async (path: string): Promise<Problem> =>
    JSON.parse((await request(api.server).get(`/api/v1/${path}`).expect(400)).text) as Problem;

  it.each([
    ['sessions?status=closed&sort=user', 'endedAt, -endedAt, startedAt, -startedAt'],
    ['sessions?sort=endedAt', 'startedAt, -startedAt, product'],
    ['sessions?sort=shoe', 'endedAt, -endedAt'],
    ['denials?sort=--at', 'waitMs, -waitMs'],
    ['events?sort=user', 'id, -id, at, -at'],
    ['products?sort=', 'licenses, -licenses'],
  ])('is refused for %s, and those that there are are named', async (path, named) => {
    const { code, detail, errors } = await refused(path);
    expect([code, errors.map(({ parameter }) => parameter)]).toEqual([
      'LM_QUERY_INVALID',
      ['sort'],
    ]);
    expect(detail).toContain(named);
  });

  it.each([
    ['sessions?status=closed&limit=1', 'sort=startedAt'],
    ['sessions?status=closed&limit=1&sort=startedAt', 'sort=-startedAt'],
    [`denials?${ALL}&limit=1`, 'sort=product'],
    ['events?limit=1', 'sort=at'],
  ])('cannot be gone on in: the cursor of %s is none with %s', async (path, sort) => {
    const { nextCursor } = await read(path);
    const other = `${path.replace(/&sort=[^&]*/, '')}&${sort}&cursor=${nextCursor}`;
    const { code, detail } = await refused(other);
    expect(code).toBe('LM_CURSOR_INVALID');
    expect(detail).toContain('ordered by');
  });

  it.each([
    ['events?', ['-id', 'x', 5]],
    ['sessions?status=closed&', ['-endedAt', 'x', 5]],
    ['sessions?status=closed&', ['-endedAt', 1.5, 5]],
    ['sessions?status=closed&', ['-endedAt', 1]],
    ['sessions?status=closed&', 'text'],
  ])('is not made up: %s with a cursor of %j', async (path, parts) => {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    expect((await refused(`${path}cursor=${cursor}`)).code).toBe('LM_CURSOR_INVALID');
  });
});
