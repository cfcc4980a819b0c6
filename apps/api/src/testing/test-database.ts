import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';

/** The databases that tests of both run on. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;

export type Engine = (typeof ENGINES)[number];

/** A PostgreSQL database of a test's own; whoever writes first makes it. */
export class TestDatabase {
  readonly name = `test_${randomUUID()}`;
  readonly url = urlOf(this.name);

  /** Tells the server anything, as somebody with all rights would. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return askServer(this.url, sql, parameters);
  }

  async remove(): Promise<void> {
    await askServer(urlOf('postgres'), `DROP DATABASE IF EXISTS "${this.name}" WITH (FORCE)`);
  }
}

/** On the server of this run of tests (tools/jest-start-postgres.cjs). */
function urlOf(database: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

/** Each question has a connection of its own, so that none is left over. */
async function askServer<Row>(
  url: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const dataSource = new DataSource({ type: 'postgres', url, applicationName: 'a test' });
  await dataSource.initialize();
  try {
    return await dataSource.query<Row[]>(sql, [...parameters]);
  } finally {
    await dataSource.destroy();
  }
}
