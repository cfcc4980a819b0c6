import { createPlace, ENGINES, type TestPlace } from '../../testing/test-place';
import { openForReading, openForWriting } from '../data-source';
import { HistoryWriter } from '../writing/history-writer';
import { readAnsweredDenials } from './answered-denials';
import { DenialKeys } from './denial-keys';
import type { Cells } from './query';
import { ofProducts, type Where } from './where';

const WINDOW = { beforeMs: 5_000, afterMs: 900_000 };

/** All refusals of a product. */
function refusalsOf(code: string): Where {
  const ofProduct = ofProducts('e.product_id', [code]);
  return {
    sql: `e.type = 3 AND e.at >= 0 AND ${ofProduct?.sql}`,
    parameters: ofProduct?.parameters ?? [],
  };
}

describe.each(ENGINES)('refusals and what became of them, in %s', (engine) => {
  let place: TestPlace;

  beforeEach(async () => {
    place = createPlace(engine);
    await (await HistoryWriter.open(place.history, 'a test')).close();
  });
  afterEach(() => place.remove());

  it('are none where nothing was refused', async () => {
    const reader = await openForReading('history', place.history);
    const query = (sql: string, parameters?: readonly (string | number)[]) =>
      reader.query<Cells>(sql, parameters);
    expect(await readAnsweredDenials(query, refusalsOf('MD2'), WINDOW)).toEqual([]);
    await reader.close();
  });
});

describe('refusals in SQLite', () => {
  it('are read from indexes alone', async () => {
    const place = createPlace('SQLite');
    const history = await openForWriting('history', place.history);
    const plans: string[] = [];
    const explain = async (sql: string, parameters: readonly (string | number)[] = []) => {
      const rows = await history.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, [
        ...parameters,
      ]);
      plans.push(...rows.map(({ detail }) => detail));
      return [];
    };
    await readAnsweredDenials(explain, refusalsOf('MD2'), WINDOW);
    await history.destroy();
    await place.remove();
    const own = plans.filter((detail) => /^(?:SEARCH|SCAN) [ex] /.test(detail));
    expect(own).toEqual([
      expect.stringMatching(/^SEARCH e USING COVERING INDEX ix_license_events_denials_product /),
      expect.stringMatching(/^SEARCH x USING COVERING INDEX ix_license_sessions_user /),
    ]);
  });
});

describe('the key of a refusal', () => {
  const keys = new DenialKeys();
  const ann = { userId: 7, clientId: 3 };

  it('is the same for whoever asks again, from whatever machine', () => {
    expect(keys.find('MD2', 'exhausted', { userId: 7, clientId: 4 })).toBe(
      keys.find('MD2', 'exhausted', ann),
    );
  });

  it('is another one for another product, reason or person', () => {
    const others = [
      keys.find('MD2', 'exhausted', ann),
      keys.find('HD2', 'exhausted', ann),
      keys.find('MD2', 'policy', ann),
      keys.find('MD2', 'exhausted', { userId: 8, clientId: 3 }),
      keys.find('MD2', 'exhausted', { userId: null, clientId: 7 }),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it('is missing where the log names nobody', () => {
    expect(keys.find('MD2', 'exhausted', { userId: null, clientId: null })).toBeUndefined();
  });
});
