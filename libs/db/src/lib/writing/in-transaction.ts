import type { QueryRunner } from '../engine/query-runner';

/** Runs `work` in one transaction: in the one that is open already, where one is. */
export async function inTransaction<Result>(
  runner: QueryRunner,
  work: () => Promise<Result>,
): Promise<Result> {
  if (runner.isInTransaction) return work();
  await runner.begin();
  try {
    const result = await work();
    await runner.commit();
    return result;
  } catch (error) {
    await runner.rollback();
    throw error;
  }
}
