import { Logger } from '@nestjs/common';
import { HistoryReader } from '@license-monitor/db';
import { writeFileSync } from 'node:fs';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';
import { Stores } from './stores';

let stores: TestStores;
let api: TestApi;
let failures: jest.SpyInstance;

beforeEach(async () => {
  failures = jest.spyOn(Logger.prototype, 'error');
  stores = new TestStores();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await api.close();
  await stores.close();
});

/** Holds the next request for the health up in the middle of its work. */
async function holdUp(): Promise<{ reached: Promise<void>; goOn: () => void }> {
  const history = await api.app.get(Stores).history();
  const readFiles = history.logFiles.bind(history);
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const reached = new Promise<void>((resolve) => {
    jest.spyOn(history, 'logFiles').mockImplementationOnce(async (most) => {
      resolve();
      await gate;
      return readFiles(most);
    });
  });
  return { reached, goOn };
}

describe('the stores', () => {
  it('stay open for a request whose client has left, also when the API stops', async () => {
    await stores.open();
    const { reached, goOn } = await holdUp();
    const answer = fetch(`${api.url}/api/v1/health`).catch(() => 'cut off');
    await reached;
    const readers = api.app.get(Stores);
    const shutDown = readers.onApplicationShutdown.bind(readers);
    jest.spyOn(readers, 'onApplicationShutdown').mockImplementation(() => {
      setImmediate(goOn);
      return shutDown();
    });
    await api.app.close();
    expect(await answer).toBe('cut off');
    expect(failures).not.toHaveBeenCalled();
  });

  it('stay open for a request that reads a file that was replaced meanwhile', async () => {
    await stores.open();
    const { reached, goOn } = await holdUp();
    const answer = fetch(`${api.url}/api/v1/health`);
    await reached;
    await stores.replaceLive();
    expect((await fetch(`${api.url}/api/v1/sessions`)).status).toBe(200);
    goOn();
    expect((await answer).status).toBe(200);
    expect(failures).not.toHaveBeenCalled();
  });

  it('are opened once for requests that come together', async () => {
    await stores.open();
    const open = jest.spyOn(HistoryReader, 'open');
    const asked = Array.from({ length: 8 }, () => fetch(`${api.url}/api/v1/health`));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(new Array(8).fill(200));
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('are told to be unreadable where the file is no database, not a fault of the API', async () => {
    writeFileSync(stores.historyFile, 'not a database'.repeat(100));
    const answer = await fetch(`${api.url}/api/v1/events`);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'LM_STORE_FAILED' }),
    ]);
  });
});
