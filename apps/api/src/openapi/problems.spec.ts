import type { Problem } from '@license-monitor/api-contract';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS, ProblemError, type ProblemCode } from '../http/problem';
import { startApi, type TestApi } from '../testing/api';
import { ask, type Answer } from '../testing/ask';
import { Contract } from '../testing/contract';
import { fillStores } from '../testing/full-stores';
import { exampleOf, readRoutes, type Route, type RouteParameter } from '../testing/routes';
import { TestStores } from '../testing/stores';
import { describeApi } from './describe-api';

const stores = new TestStores();
let api: TestApi;
let document: OpenAPIObject;
let contract: Contract;
let routes: Route[];

beforeAll(async () => {
  await fillStores(stores, Date.now());
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  document = describeApi(api.app);
  contract = new Contract(document);
  routes = await readRoutes(api.app);
});

afterAll(async () => {
  await api.close();
  await stores.close();
});

/** The code of a problem that is as the route says, else what is wrong with it. */
function codeOf({ path }: Route, { status, contentType, body }: Answer): string {
  const problem = JSON.parse(body) as Problem;
  const faults = contract.faultsOf(path, status, contentType.split(';')[0] ?? '', problem);
  return faults.join('\n') || problem.code;
}

const problemAt = async (route: Route, address: string) =>
  codeOf(route, await ask(api.url, address));

/** The address of a route with one parameter changed. */
function addressWith(route: Route, { name, in: place }: RouteParameter, value: string): string {
  const [path = '', query] = exampleOf(route).split('?');
  if (place === 'path')
    return route.path
      .replace(`{${name}}`, encodeURIComponent(value))
      .replace(/\{\w+\}/g, 'product');
  const asked = new URLSearchParams(query);
  asked.set(name, value);
  return `${path}?${asked}`;
}

const parametersOf = (isAsked: (parameter: RouteParameter) => boolean) =>
  routes.flatMap((route) =>
    route.parameters
      .filter((parameter) => parameter.in !== 'header' && isAsked(parameter))
      .map((parameter) => ({ route, parameter })),
  );

/** Values that a parameter does not take, from its description. */
function wrongValues({ schema }: RouteParameter): string[] {
  const { type, minimum, maximum } = schema;
  return [
    // No text of any kind.
    type === 'array' || type === 'string' ? '\0' : '1.5',
    ...(minimum === undefined ? [] : [String(minimum - 1)]),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ...(schema.enum === undefined ? [] : ['nonsense']),
  ];
}

/** Every code with the routes that say that they may tell it. */
const describedProblems = () =>
  routes.flatMap(({ path }) =>
    Object.entries(document.paths[path]?.get?.responses ?? {}).flatMap(([status, response]) =>
      (Object.keys(PROBLEMS) as ProblemCode[])
        .filter((code) => JSON.stringify(response).includes(`"${code}"`))
        .map((code) => ({ path, status: Number(status), code })),
    ),
  );

/** An API whose stores no monitor has made yet. */
async function withoutStores(ask: (empty: TestApi) => Promise<void>): Promise<void> {
  const empty = await startApi({ HISTORY_DB: 'none/history.db', LIVE_DB: 'none/live.db' });
  await ask(empty);
  await empty.close();
}

describe('a problem', () => {
  it('of a parameter is told as its route says, and beyond the bounds that it says', async () => {
    const tried = parametersOf(() => true);
    for (const { route, parameter } of tried) {
      for (const value of wrongValues(parameter)) {
        const address = addressWith(route, parameter, value);
        const code = await problemAt(route, address);
        expect([address, code]).toEqual([address, 'LM_QUERY_INVALID']);
      }
    }
    expect(tried.length).toBeGreaterThan(100);
  });

  it('of a parameter that is needed and not there is told as its route says', async () => {
    const needed = parametersOf(({ required, in: place }) => required && place === 'query');
    for (const { route, parameter } of needed) {
      const [path = '', query] = exampleOf(route).split('?');
      const asked = new URLSearchParams(query);
      asked.delete(parameter.name);
      expect(await problemAt(route, `${path}?${asked}`)).toBe('LM_QUERY_INVALID');
    }
    expect(needed.length).toBeGreaterThan(5);
  });

  it('of a request that is too long is told as its route says', async () => {
    for (const { route, parameter } of parametersOf(({ name }) => name === 'format')) {
      const address = addressWith(route, parameter, 'n'.repeat(20_000));
      expect(await problemAt(route, address)).toBe('LM_REQUEST_TOO_LONG');
    }
  });

  it('of stores that are not there is told as each route says, but for the probe that needs none', async () => {
    await withoutStores(async ({ url }) => {
      for (const route of routes) {
        const answer = await ask(url, exampleOf(route));
        const told = answer.status === 200 ? 200 : codeOf(route, answer);
        const expected = route.path === '/health/live' ? 200 : 'LM_STORE_NOT_READY';
        expect([route.path, told]).toEqual([route.path, expected]);
      }
    });
  });

  it.each([
    ['/api/v1/events', '/api/v1/events?cursor=eA', 'LM_CURSOR_INVALID'],
    ['/api/v1/denials', '/api/v1/denials?cursor=eA', 'LM_CURSOR_INVALID'],
    ['/api/v1/sessions', '/api/v1/sessions?status=closed&cursor=eA', 'LM_CURSOR_INVALID'],
    ['/api/v1/denials/{id}/explain', '/api/v1/denials/999/explain', 'LM_NOT_FOUND'],
  ])('of %s is told as its route says, asked for %s', async (path, address, code) => {
    const route = routes.find((one) => one.path === path);
    expect(route && (await problemAt(route, address))).toBe(code);
  });

  it('of each code has the form that is described, wherever it may occur', () => {
    for (const { path, status, code } of describedProblems()) {
      const problem = new ProblemError(code, 'so it is', [{ parameter: 'from', detail: 'no' }]);
      const faults = (body: unknown) =>
        contract.faultsOf(path, status, 'application/problem+json', body);
      expect(faults(problem.toProblem())).toEqual([]);
      expect(faults({ ...problem.toProblem(), code: 'LM_UNKNOWN' })).not.toEqual([]);
      expect(faults({ ...problem.toProblem(), errors: undefined })).not.toEqual([]);
    }
  });
});
