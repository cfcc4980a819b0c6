import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openForWriting } from '../data-source';
import { closedSessions, type ClosedSessionColumn } from './closed-sessions';

describe('closed sessions in order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-order-'));
  let history: DataSource;

  beforeAll(async () => {
    history = await openForWriting('history', join(folder, 'history.db'));
  });

  afterAll(async () => {
    await history.destroy();
    rmSync(folder, { recursive: true });
  });

  async function plansOf(column: ClosedSessionColumn, isDescending: boolean): Promise<string[]> {
    const range = { from: 1_000, to: 9_000 };
    const { known, unknown } = closedSessions(range, { column, isDescending }, { at: 5, id: 7 });
    const plans: string[] = [];
    for (const { where, orderBy } of [...known, ...(unknown === null ? [] : [unknown])]) {
      const rows = await history.query<{ detail: string }[]>(
        `EXPLAIN QUERY PLAN SELECT * FROM license_sessions x
         WHERE ${where.sql} ORDER BY ${orderBy} LIMIT 10`,
        [...where.parameters],
      );
      plans.push(rows.map(({ detail }) => detail).join(', '));
    }
    return plans;
  }

  it.each([true, false])(
    'of their ends are read from an index, latest first: %s',
    async (isDown) => {
      const [plan = '', ...others] = await plansOf('endedAt', isDown);
      expect(others).toEqual([]);
      expect(plan).toContain('INDEX ix_license_sessions_ended_at');
      expect(plan).not.toContain('TEMP B-TREE');
    },
  );

  it.each([true, false])('of their starts sort only the few, latest first: %s', async (isDown) => {
    const [short = '', ...few] = await plansOf('startedAt', isDown);
    expect(short).toContain('INDEX ix_license_sessions_short');
    expect(short).not.toContain('TEMP B-TREE');
    expect(few.map((plan) => /INDEX ix_license_sessions_(\w+)/.exec(plan)?.[1])).toEqual([
      'long',
      'negative',
      'start_unknown',
    ]);
  });
});
