import { Logger } from '@nestjs/common';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type TestApi } from '../testing/api';
import { exampleOf, readRoutes } from '../testing/routes';
import { TestStores } from '../testing/stores';

/** When a client goes away: before it is answered, or at the first bytes of the answer. */
type Moment = 'asked' | 'answered';

const FILES = ['csv', 'ndjson', 'xlsx'].flatMap((format) =>
  ['sessions?status=closed&', 'events?', 'denials?', 'usage/summary?'].map(
    (list) => `/api/v1/${list}from=0&format=${format}`,
  ),
);

/** Asks for an address and resets the connection. */
function abort(api: TestApi, path: string, moment: Moment): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(api.url);
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`);
    });
    const leave = () => socket.resetAndDestroy();
    if (moment === 'asked') api.server.once('request', leave);
    else socket.once('data', leave);
    socket.once('error', reject);
    socket.once('close', () => resolve());
  });
}

describe('clients that go away in the middle', () => {
  const page = mkdtempSync(join(tmpdir(), 'license-monitor-page-'));
  const stores = new TestStores();
  let api: TestApi;

  beforeAll(async () => {
    writeFileSync(join(page, 'index.html'), '<!doctype html>');
    writeFileSync(join(page, 'main.js'), '//'.repeat(1_000_000));
    api = await startApi({
      HISTORY_DB: stores.historyFile,
      LIVE_DB: stores.liveFile,
      DASHBOARD_DIRECTORY: page,
    });
    await stores.open();
    const events = Array.from({ length: 3_000 }, (_, nth) => [
      { type: 'grant' as const, at: nth * 10, session: `${nth}` },
      { type: 'detachment' as const, at: nth * 10 + 5, session: `${nth}` },
      { type: 'denial' as const, at: nth * 10 + 6, user: 'bob' },
    ]);
    await stores.tell(...events.flat());
  });

  afterAll(async () => {
    await stores.close();
    rmSync(page, { recursive: true });
  });

  it('cause no failure, whatever they asked for', async () => {
    const failures = jest.spyOn(Logger.prototype, 'error');
    const routes = (await readRoutes(api.app)).map(exampleOf);
    for (const path of ['/', '/live', '/main.js', ...routes, ...FILES]) {
      for (const moment of ['asked', 'answered'] as const) await abort(api, path, moment);
    }
    expect((await fetch(`${api.url}/api/v1/sessions`)).status).toBe(200);
    // Waits for the work that is still going on for them.
    await api.close();
    expect(failures).not.toHaveBeenCalled();
  });
});
