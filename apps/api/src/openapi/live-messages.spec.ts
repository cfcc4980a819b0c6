import type { LiveMessageKind } from '@license-monitor/api-contract';
import type { OpenAPIObject } from '@nestjs/swagger';
import { startApi, type TestApi } from '../testing/api';
import { Contract } from '../testing/contract';
import { EventSourceClient } from '../testing/event-source';
import { fillStores } from '../testing/full-stores';
import { TestStores } from '../testing/stores';
import { describeApi } from './describe-api';

const KINDS: readonly LiveMessageKind[] = ['sessions', 'usage', 'denial', 'health', 'resync'];
const stores = new TestStores();
let api: TestApi;
let document: OpenAPIObject;
let contract: Contract;

beforeAll(async () => {
  await fillStores(stores, Date.now());
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  document = describeApi(api.app);
  contract = new Contract(document);
});

afterAll(async () => {
  await api.close();
  await stores.close();
});

/** One message of each kind: of those that were missed, and of a position that is of no history of ours. */
async function receiveAll() {
  const resumed = await EventSourceClient.open(`${api.url}/api/v1/stream?lastEventId=1`);
  const lost = await EventSourceClient.open(`${api.url}/api/v1/stream?lastEventId=9000`);
  await lost.next('resync');
  // Health ends the greeting.
  await resumed.next('health');
  const received = [...resumed.received, ...lost.received];
  for (const client of [resumed, lost]) client.close();
  return received;
}

describe('a live message', () => {
  it('of each kind is as it is described', async () => {
    const received = await receiveAll();
    expect(new Set(received.map(({ event }) => event))).toEqual(new Set(KINDS));
    expect(received.flatMap((message) => contract.faultsOfEvent(message))).toEqual([]);
  });

  it('would be refused with a field more, or less, or as one of another kind', async () => {
    for (const { event, data } of await receiveAll()) {
      const faults = (changed: unknown) => contract.faultsOfEvent({ event, data: changed });
      const [name = ''] = Object.keys(data);
      expect(faults({ ...data, more: 1 })).not.toEqual([]);
      expect(faults({ ...data, [name]: undefined })).not.toEqual([]);
      for (const other of KINDS.filter((kind) => kind !== event)) {
        expect(contract.faultsOfEvent({ event: other, data })).not.toEqual([]);
      }
    }
    expect(contract.faultsOfEvent({ event: 'rumour', data: {} })).not.toEqual([]);
  });

  it('has its kind and its data in the description of the stream', () => {
    const told = JSON.stringify(document.paths['/api/v1/stream']);
    for (const kind of KINDS) {
      expect(told).toContain(`"#/components/schemas/LiveMessages/properties/${kind}"`);
    }
  });
});
