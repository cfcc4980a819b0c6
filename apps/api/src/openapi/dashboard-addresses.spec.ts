import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from '../testing/api';
import { readRoutes } from '../testing/routes';

const DASHBOARD = join(__dirname, '../../../dashboard/src/app');

/** The addresses of the API in the sources of the dashboard, with what is filled in as `{}`. */
function addressesOfDashboard(): string[] {
  const sources = readdirSync(DASHBOARD, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(DASHBOARD, name), 'utf8'));
  const found = sources.flatMap((source) => [
    ...source.matchAll(/[`'](?:\$\{API\}|\/api\/v1)(\/(?:\$\{[^}]*\}|[\w/-])*)/g),
  ]);
  return found.map(([, path = '']) => `/api/v1${path.replace(/\$\{[^}]*\}/g, '{}')}`);
}

describe('the dashboard', () => {
  it('asks for no address that the API does not describe', async () => {
    const api = await startApi({ HISTORY_DB: 'none/history.db', LIVE_DB: 'none/live.db' });
    const routes = await readRoutes(api.app);
    await api.close();
    const described = routes.map(({ path }) => path.replace(/\{\w+\}/g, '{}'));
    const asked = addressesOfDashboard();
    expect(asked.filter((address) => !described.includes(address))).toEqual([]);
    expect(asked).toContain('/api/v1/denials/{}/explain');
    expect(new Set(asked).size).toBeGreaterThan(10);
  });
});
