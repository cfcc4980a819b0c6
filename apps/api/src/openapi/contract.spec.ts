import { startApi, type TestApi } from '../testing/api';
import { ask, type Answer } from '../testing/ask';
import { Contract } from '../testing/contract';
import { fillStores } from '../testing/full-stores';
import { exampleOf, readRoutes, type Route } from '../testing/routes';
import { TestStores } from '../testing/stores';
import { describeApi } from './describe-api';

const HOUR = 3_600_000;
const now = Date.now();
const stores = new TestStores();
let api: TestApi;
let contract: Contract;
let routes: Route[];

beforeAll(async () => {
  await fillStores(stores, now);
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  contract = new Contract(describeApi(api.app));
  routes = await readRoutes(api.app);
});

afterAll(async () => {
  await api.close();
  await stores.close();
});

/** What is asked for besides the example of each route: answers of another form, or with other rows. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/denials': ['?limit=1', '?outcome=redirected'],
  '/api/v1/denials/{id}/explain': ['/api/v1/denials/5/explain'],
  '/api/v1/events': ['?limit=1', '?type=denial'],
  '/api/v1/findings': ['?product=MD2'],
  '/api/v1/sessions': [
    '?status=closed',
    '?status=closed&limit=1',
    `?status=open&at=${now - 19 * HOUR}`,
    '?status=closed&mark=startUnknown',
  ],
  '/api/v1/subjects/{kind}/{key}': ['/api/v1/subjects/user/ann', '/api/v1/subjects/host/WS-1'],
  '/api/v1/timeline': ['?group=product', '?group=host', '?skip=100'],
  '/api/v1/usage/series': ['?product=HD2&product=MD2&buckets=7', '?product=none'],
  '/api/v1/usage/summary': [`?from=${now - 40 * HOUR}&to=${now - 30 * HOUR}`],
};

/** Each route with its addresses. */
const addresses = () =>
  routes.flatMap((route) =>
    [exampleOf(route), ...(MORE[route.path] ?? [])].map((address) => ({
      path: route.path,
      address: address.startsWith('?') ? `${route.path}${address}` : address,
    })),
  );

interface Answered extends Answer {
  readonly path: string;
  readonly address: string;
}

async function askAll(): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const { path, address } of addresses()) {
    answers.push({ path, address, ...(await ask(api.url, address)) });
  }
  return answers;
}

const mediaTypeOf = ({ contentType }: Answer) => contentType.split(';')[0] ?? '';

const isJson = (answer: Answer) => mediaTypeOf(answer) === 'application/json';

const toBody = (answer: Answer): unknown =>
  isJson(answer) ? JSON.parse(answer.body) : answer.body;

const faultsOf = ({ path, status, ...answer }: Answered, body: unknown): string[] =>
  contract.faultsOf(path, status, mediaTypeOf({ status, ...answer }), body);

/** Every list of a value by its place, and whether something stands in it. */
function listsOf(value: unknown, place: string): [string, boolean][] {
  if (Array.isArray(value)) {
    return [[place, value.length > 0], ...value.flatMap((one) => listsOf(one, `${place}[]`))];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => listsOf(one, `${place}.${name}`));
}

/** The objects of a value, of every list the first one only. */
function objectsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap(objectsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsOf)];
}

describe('what the API answers', () => {
  it('is for every route as its description says', async () => {
    const answers = await askAll();
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.flatMap((answer) => faultsOf(answer, toBody(answer)))).toEqual([]);
    expect(new Set(answers.map(({ path }) => path)).size).toBe(routes.length);
  });

  it('has something in every list, so that its rows are compared, too', async () => {
    const filled = new Map<string, boolean>();
    for (const answer of (await askAll()).filter(isJson)) {
      for (const [place, isFilled] of listsOf(toBody(answer), answer.path)) {
        filled.set(place, isFilled || (filled.get(place) ?? false));
      }
    }
    expect([...filled].filter(([, isFilled]) => !isFilled).map(([place]) => place)).toEqual([]);
    expect(filled.size).toBeGreaterThan(50);
  });

  it('would be refused if any field were missing, of another type, or not described', async () => {
    let tried = 0;
    for (const answer of (await askAll()).filter(isJson)) {
      const body = toBody(answer);
      const isRefused = () => {
        tried++;
        return faultsOf(answer, body).length > 0;
      };
      for (const object of objectsOf(body)) {
        for (const [name, value] of Object.entries(object)) {
          delete object[name];
          expect([answer.address, name, 'is missing', isRefused()]).toContain(true);
          object[name] = [[]];
          expect([answer.address, name, 'is another', isRefused()]).toContain(true);
          object[name] = value;
        }
        object['notDescribed'] = null;
        expect([answer.address, 'notDescribed', isRefused()]).toContain(true);
        delete object['notDescribed'];
      }
      expect(faultsOf(answer, body)).toEqual([]);
    }
    expect(tried).toBeGreaterThan(1000);
  });

  it('has as a file the form that is described', async () => {
    const listed = routes.filter(({ parameters }) =>
      parameters.some(({ name }) => name === 'format'),
    );
    for (const format of ['csv', 'xlsx', 'ndjson']) {
      for (const route of listed) {
        const example = exampleOf(route);
        const address = `${example}${example.includes('?') ? '&' : '?'}format=${format}`;
        const answer = { path: route.path, address, ...(await ask(api.url, address)) };
        expect([address, answer.status, faultsOf(answer, answer.body)]).toEqual([address, 200, []]);
      }
    }
    expect(listed.length).toBe(20);
  });
});
