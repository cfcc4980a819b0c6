import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForWriting } from '../data-source';
import { QueryTimeoutError } from './query-timeout-error';
import { ReadingPool } from './reading-pool';

const folder = mkdtempSync(join(tmpdir(), 'license-monitor-pool-'));
const file = join(folder, 'history.db');

/** It counts for ever. */
const ENDLESS = `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
  SELECT COUNT(*) AS n FROM numbers`;

beforeAll(async () => {
  const writer = await openForWriting('history', file);
  await writer.destroy();
});

afterAll(() => rmSync(folder, { recursive: true }));

const ask = (pool: ReadingPool) => pool.query('SELECT ? AS n', [7]);

describe('a statement that takes too long', () => {
  it('is cancelled in the database, and what waits behind it is answered', async () => {
    const pool = await ReadingPool.open(file, { timeoutMs: 100 });
    const endless = pool.query(ENDLESS, []);
    const waiting = [ask(pool), ask(pool), ask(pool)];
    await expect(endless).rejects.toThrow(QueryTimeoutError);
    expect((await Promise.all(waiting)).flat()).toEqual([{ n: 7 }, { n: 7 }, { n: 7 }]);
    await pool.close();
  });

  it('does not hold others up where there are more connections', async () => {
    const pool = await ReadingPool.open(file, { timeoutMs: 1_000, connections: 2 });
    const order: string[] = [];
    const endless = pool.query(ENDLESS, []).catch(() => order.push('cancelled'));
    const quick = Array.from({ length: 5 }, () => ask(pool).then(() => order.push('answered')));
    await Promise.all([endless, ...quick]);
    expect(order).toEqual([...new Array<string>(5).fill('answered'), 'cancelled']);
    await pool.close();
  });

  it('is told apart from one that fails by itself', async () => {
    const pool = await ReadingPool.open(file, { timeoutMs: 1_000 });
    await expect(pool.query('SELECT nothing', [])).rejects.not.toBeInstanceOf(QueryTimeoutError);
    expect(await ask(pool)).toEqual([{ n: 7 }]);
    await pool.close();
  });

  it('is waited for where the pool is closed', async () => {
    const pool = await ReadingPool.open(file, { timeoutMs: 100 });
    const endless = expect(pool.query(ENDLESS, [])).rejects.toThrow('cancelled after 100 ms');
    await pool.close();
    await endless;
  });
});
