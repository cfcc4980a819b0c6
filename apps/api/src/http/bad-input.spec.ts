import type { Problem } from '@license-monitor/api-contract';
import fc from 'fast-check';
import { connect } from 'node:net';
import { startApi, type TestApi } from '../testing/api';
import { ask, type Answer } from '../testing/ask';
import { readRoutes, type Route } from '../testing/routes';
import { TestStores } from '../testing/stores';
import { PROBLEMS } from './problem';

const HOUR = 3_600_000;
const stores = new TestStores();
let api: TestApi;
let routes: Route[];

beforeAll(async () => {
  await stores.open();
  await stores.tell(
    { type: 'grant', at: HOUR },
    { type: 'denial', at: 2 * HOUR, user: 'bob' },
    { type: 'detachment', at: 3 * HOUR },
    { type: 'detachment', at: 4 * HOUR, user: 'eve' },
    { type: 'serverStart', at: 5 * HOUR },
    { type: 'grant', at: 6 * HOUR, user: 'bob' },
  );
  await stores.tellSeats(HOUR, 5, 1);
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  routes = await readRoutes(api.app);
});

afterAll(async () => {
  await api.close();
  await stores.close();
});

const askApi = (path: string) => ask(api.url, `/api/v1/${path}`);

const toProblem = ({ body }: Answer) => JSON.parse(body) as Problem;

describe('a request that cannot be answered', () => {
  it.each([
    ['sessions?status=closed&from=5&to=4', 'to'],
    ['usage/summary?from=-1', 'from'],
    ['usage/summary?to=1e99', 'to'],
    ['usage/summary?to=253402300800000', 'to'],
    ['usage/summary?from=0x10', 'from'],
    ['usage/summary?from=%20', 'from'],
    ['usage/series?product=MD2&buckets=1000000', 'buckets'],
    ['usage/hour-of-week?product=MD2&zone=Mars/Olympus', 'zone'],
    ['overview?zone=', 'zone'],
    ['sessions?limit=1000000', 'limit'],
    ['sessions?limit=-1', 'limit'],
    ['sessions?limit=1&limit=2', 'limit'],
    ['sessions?limit=1.5', 'limit'],
    ['sessions?user[name]=ann', 'user[name]'],
    ['sessions?user=%00', 'user'],
    ['sessions?user=ann&user=%00', 'user'],
    ['usage/series?product=%00', 'product'],
    ['capacity/what-if?product=%00&seats=3', 'product'],
    [`sessions?user=${'n'.repeat(257)}`, 'user'],
    ['sessions?status=open&status=closed', 'status'],
    ['search?q=', 'q'],
    ['search?q=a&q=b', 'q'],
    ['subjects/planet/MD2', 'kind'],
    ['subjects/product/%00', 'key'],
    ['denials/first/explain', 'id'],
    ['denials/-1/explain', 'id'],
    ['denials/99999999999999999999/explain', 'id'],
    ['denials?retryMinutes=1441', 'retryMinutes'],
    ['timeline?skip=-1', 'skip'],
    ['capacity/what-if?product=MD2&seats=-1', 'seats'],
    ['capacity/what-if?product=MD2', 'seats'],
    ['stream?lastEventId=-1', 'lastEventId'],
    ['stream?lastEventId=1e99', 'lastEventId'],
  ])('such as %s is told which parameter is wrong', async (path, parameter) => {
    const answer = await askApi(path);
    expect([answer.status, answer.contentType]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    const { code, errors } = toProblem(answer);
    expect([code, errors.map((one) => one.parameter)]).toEqual(['LM_QUERY_INVALID', [parameter]]);
  });

  it.each(['', '%00', 'MQ%00', 'MS4y', 'MQ==', 'eA', 'LTEuNQ', 'MS4xLjE', 'a'.repeat(200)])(
    'as its cursor "%s" is of no page of that list is told so',
    async (cursor) => {
      const { code } = toProblem(await askApi(`events?cursor=${cursor}`));
      expect(['LM_CURSOR_INVALID', 'LM_QUERY_INVALID']).toContain(code);
    },
  );

  it.each(['denials/999/explain', 'nothing', 'sessions/1'])(
    'as there is nothing at %s is told so',
    async (path) => {
      const answer = await askApi(path);
      expect([answer.status, toProblem(answer).code]).toEqual([404, 'LM_NOT_FOUND']);
    },
  );

  it('as its address is not encoded, or too long, is told so', async () => {
    expect(toProblem(await askApi('subjects/product/%E0%A4%A')).code).toBe('LM_QUERY_INVALID');
    const answer = await askApi(`sessions?user=${'n'.repeat(20_000)}`);
    expect([answer.status, toProblem(answer).code]).toEqual([431, 'LM_REQUEST_TOO_LONG']);
  });

  it('as it is no HTTP at all is told so', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write('Guten Tag\r\n\r\n');
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part as Buffer);
    const [head, body = ''] = Buffer.concat(parts).toString().split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 /);
    expect((JSON.parse(body) as Problem).code).toBe('LM_QUERY_INVALID');
  });

  it('is never taken for a fault of ours, whatever the address and its parameters are', async () => {
    const value = fc.oneof(
      fc.constantFrom('', '0', '-1', '1e9', '9007199254740993', 'NaN', 'null', 'UTC', 'open'),
      fc.constantFrom('closed', 'csv', 'xlsx', 'MD2', 'ann', 'lic1', 'product', '\0', "'; --"),
      fc.integer().map(String),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    const asked = fc.constantFrom(...routes).chain((route) => {
      const known = route.parameters.filter(({ in: place }) => place === 'query');
      const names = fc.constantFrom(
        ...known.flatMap(({ name }) => [name, name, name, `${name}[]`, `${name}[a]`]),
        '__proto__',
        'toString',
        '',
      );
      return fc.record({
        path: fc.array(value, { minLength: 2, maxLength: 2 }).map((parts) => fill(route, parts)),
        // Those that are needed are there more often than not, so that more than their want is tried.
        needed: fc.record({ product: value, q: value, seats: fc.nat().map(String) }),
        query: fc.array(fc.tuple(names, value), { maxLength: 5 }),
        isComplete: fc.boolean(),
        names: fc.constant(known.map(({ name }) => name)),
      });
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ path, needed, query, isComplete, names }) => {
        const extra = Object.entries(needed).filter(([name]) => names.includes(name));
        const pairs = isComplete ? [...extra, ...query] : query;
        const text = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
        const answer = await ask(api.url, `${path}?${text}`);
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400) return;
        const { code, status } = toProblem(answer);
        expect(answer.contentType).toBe('application/problem+json; charset=utf-8');
        expect([Object.keys(PROBLEMS).includes(code), status]).toEqual([true, answer.status]);
      }),
      { numRuns: 600, seed: 1 },
    );
  });
});

/** Puts values where the parameters of a path stand. */
function fill({ path }: Route, parts: readonly string[]): string {
  let nth = 0;
  return path.replace(/\{\w+\}/g, () => encodeURIComponent(parts[nth++] ?? ''));
}
