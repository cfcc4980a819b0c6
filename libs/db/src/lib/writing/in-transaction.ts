import type { QueryRunner } from 'typeorm';

/**
 * Runs `work` in one transaction that takes the write lock at its start, so that it cannot fail
 * half-way for want of the lock.
 */
export async function inTransaction<Result>(
  runner: QueryRunner,
  work: () => Promise<Result>,
): Promise<Result> {
  await runner.query('BEGIN IMMEDIATE');
  try {
    const result = await work();
    await runner.query('COMMIT');
    return result;
  } catch (error) {
    // Some errors, such as a full disk, have rolled back already: then this finds nothing to undo.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
